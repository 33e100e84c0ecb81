using Connect.Application.Messages;
using Connect.Application.Tests.Common;
using Connect.Domain.Users;
using NSubstitute;

namespace Connect.Application.Tests.Messages;

public sealed class ChooseMyNoticesTests
{
    private readonly IUserNotices _notices = Substitute.For<IUserNotices>();
    private readonly Scene.Audit _audit = new();

    [Fact]
    public async Task What_is_not_wanted_is_turned_off()
    {
        (await OffAsync([Right.PlaceOrders], [], UserNotice.OrderDelivered)).ShouldContain(UserNotice.OrderRejected);
        (await OffAsync([Right.PlaceOrders], [UserNotice.OrderDelivered], UserNotice.OrderDelivered)).ShouldNotContain(UserNotice.OrderDelivered);
    }

    [Fact]
    public async Task What_the_user_is_not_asked_about_stays_as_it_was() =>
        (await OffAsync([Right.ViewInvoices], [UserNotice.OrderDelivered])).ShouldBe([UserNotice.OrderDelivered]);

    [Fact]
    public void Only_mails_that_there_are_can_be_wanted()
    {
        var validator = new ChooseMyNotices.Validator();
        validator.Problems(new ChooseMyNotices([UserNotice.OrderDelivered])).ShouldBeEmpty();
        validator.Problems(new ChooseMyNotices([(UserNotice)99])).ShouldBe(["On[0] EnumValidator"]);
        validator.Problems(new ChooseMyNotices(null!)).ShouldBe(["On NotNullValidator"]);
    }

    private async Task<IReadOnlyList<UserNotice>> OffAsync(Right[] rights, IReadOnlyList<UserNotice> before, params IReadOnlyList<UserNotice> on)
    {
        var user = Scene.Caller(rights);
        IReadOnlyList<UserNotice> off = [];
        _notices.OffAsync(user.Identity!.Id, Arg.Any<CancellationToken>()).Returns(before);
        _notices.SetOffAsync(user.Identity!.Id, Arg.Do<IReadOnlyList<UserNotice>>(set => off = set), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        await new ChooseMyNotices.Handler(_notices, user, _audit).Handle(new ChooseMyNotices(on), default);
        return off;
    }
}
