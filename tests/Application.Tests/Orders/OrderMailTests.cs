using Connect.Application.Messages;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Application.Tests.Common;
using Connect.Domain.Orders;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Orders;

[Covers("ORD-3", "a mail when the order is delivered or rejected")]
public sealed class OrderMailTests
{
    private readonly IUserNotices _notices = Substitute.For<IUserNotices>();
    private readonly IMessages _messages = Substitute.For<IMessages>();
    private readonly IOrderRepository _orders = Substitute.For<IOrderRepository>();
    private readonly List<Mail> _mails = [];
    private readonly Order _order = Scene.Replacement(Guid.CreateVersion7());

    public OrderMailTests()
    {
        _messages.MailAsync(Arg.Do<Mail>(_mails.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        _orders.ServiceNameAsync(_order.Id, Arg.Any<CancellationToken>()).Returns("Åke Ström");
        foreach (var notice in new[] { UserNotice.OrderDelivered, UserNotice.OrderRejected })
            _notices.ReaderAsync(_order.Data.OrderedById!.Value, notice, _order.Data.AccountId, Arg.Any<CancellationToken>()).Returns(new NoticeReader
            {
                UserId = _order.Data.OrderedById.Value, OrganisationId = _order.Data.OrganisationId, Name = "Anna Åkesson", Email = "anna@example.com", Language = "sv",
            });
    }

    [Fact]
    public async Task Whoever_ordered_hears_that_it_is_delivered()
    {
        _order.Deliver(Scene.Now);
        await SendAsync();
        var mail = _mails.ShouldHaveSingleItem();
        (mail.To, mail.Subject).ShouldBe(("anna@example.com", $"Norrtele: beställning {_order.Number} är levererad"));
        mail.Text.ShouldContain("Nytt SIM-kort, Åke Ström");
        mail.Text.ShouldContain($"https://portal.example.se/orders/{_order.Number}");
    }

    [Theory]
    [InlineData("Kontot är spärrat", "Kontot är spärrat")]
    [InlineData(OwnReasons.NoAnswer, "Operatörens system")]
    public async Task Whoever_ordered_hears_why_it_was_rejected(string reason, string told)
    {
        _order.Reject(reason, Scene.Now);
        await SendAsync();
        _mails.ShouldHaveSingleItem().Text.ShouldContain(told);
    }

    [Fact]
    public async Task What_the_operator_cancels_is_told()
    {
        _order.Cancel(Scene.Now);
        await SendAsync();
        _mails.ShouldHaveSingleItem().Text.ShouldContain("Inget skäl angavs.");
    }

    [Fact]
    public async Task Who_called_it_off_is_not_told_whoever_reports_it()
    {
        _order.RequestCancel(Scene.Now, _order.Data.OrderedById);
        _order.Cancel(Scene.Now);
        await SendAsync();
        _mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_colleague_calls_off_is_told()
    {
        _order.RequestCancel(Scene.Now, Guid.CreateVersion7());
        _order.Cancel(Scene.Now);
        await SendAsync();
        _mails.ShouldHaveSingleItem().Text.ShouldContain("kollega");
    }

    [Fact]
    public async Task A_wish_that_the_operator_could_not_meet_is_no_calling_off()
    {
        _order.RequestCancel(Scene.Now, _order.Data.OrderedById);
        _order.CancelRefused("Påbörjad", Scene.Now);
        _order.Cancel(Scene.Now);
        await SendAsync();
        _mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_has_turned_the_mail_off_or_may_not_see_the_order_gets_none()
    {
        _notices.ReaderAsync(default, default, default, default).ReturnsForAnyArgs((NoticeReader?)null);
        _order.Deliver(Scene.Now);
        await SendAsync();
        _mails.ShouldBeEmpty();
    }

    private Task SendAsync() => new OrderMail(_notices, _messages, new MessageTexts(new MessageOptions("Norrtele", "https://portal.example.se")), _orders).SendAsync(_order, default);
}
