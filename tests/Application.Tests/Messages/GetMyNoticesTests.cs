using Connect.Application.Messages;
using Connect.Application.Tests.Common;
using Connect.Domain.Users;
using NSubstitute;

namespace Connect.Application.Tests.Messages;

public sealed class GetMyNoticesTests
{
    private readonly IUserNotices _notices = Substitute.For<IUserNotices>();

    [Fact]
    public async Task What_was_not_turned_off_is_on()
    {
        var user = Scene.Caller(Right.PlaceOrders);
        _notices.OffAsync(user.Identity!.Id, Arg.Any<CancellationToken>()).Returns([UserNotice.OrderRejected]);
        (await new GetMyNotices.Handler(_notices, user).Handle(new GetMyNotices(), default)).Where(notice => notice.Notice is UserNotice.OrderDelivered or UserNotice.OrderRejected)
            .ShouldBe([new(UserNotice.OrderDelivered, true), new(UserNotice.OrderRejected, false)]);
    }

    [Fact]
    public async Task Who_orders_nothing_is_not_asked_about_orders()
    {
        var user = Scene.Caller(Right.ViewInvoices);
        _notices.OffAsync(user.Identity!.Id, Arg.Any<CancellationToken>()).Returns([]);
        (await new GetMyNotices.Handler(_notices, user).Handle(new GetMyNotices(), default)).ShouldBeEmpty();
    }
}
