using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Messages;
using Connect.Application.Operator;
using Connect.Application.Tests.Common;
using Connect.Application.Tests.Orders;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Operator;

[Covers("OPS-2", "progress of orders")]
public sealed class ReportOrderProgressTests
{
    private const string NewIcc = "8946010000000000038", Code = "LPA:1$smdp.example.com$04386-AGYFT";
    private readonly List<Mail> _mails = [];

    [Fact]
    public async Task An_order_that_is_begun_gets_its_expected_day()
    {
        var scene = new OrderScene();
        await SendAsync(scene, new(Guid.CreateVersion7(), "1001", OrderProgress.Processing) { ExpectedOn = new DateOnly(2026, 3, 20) });
        (scene.Order.State, scene.Order.Data.ExpectedOn).ShouldBe((OrderState.Processing, new DateOnly(2026, 3, 20)));
    }

    [Fact]
    public async Task A_delivered_card_works_with_its_secrets_protected_and_the_old_one_is_used_up()
    {
        var scene = new OrderScene();
        await SendAsync(scene, Delivered() with { Icc = NewIcc, Imsi = "240990000000001", Pin = "1234", Puk = "12345678" });
        scene.Order.State.ShouldBe(OrderState.Delivered);
        scene.SavedCards.Select(card => (card.Icc, card.Data.State)).ShouldBe([(OrderScene.OldIcc, SimCardState.Expired), (NewIcc, SimCardState.Active)]);
        var data = scene.SavedCards[1].Data;
        (data.SubscriptionId, data.Form, data.Imsi, data.ProtectedPin, data.ProtectedPuk)
            .ShouldBe((scene.Service.Id, SimForm.Physical, "240990000000001", "protected 1234", "protected 12345678"));
        scene.Service.NewEvents.ShouldHaveSingleItem().Kind.ShouldBe(SubscriptionEventKinds.SimReplaced);
    }

    [Fact]
    public async Task The_customers_own_card_needs_no_number()
    {
        var scene = new OrderScene(SimDeliveryWay.OwnCard);
        await SendAsync(scene, Delivered());
        (scene.Own.Data.State, scene.Old.Data.State, scene.Order.State).ShouldBe((SimCardState.Active, SimCardState.Expired, OrderState.Delivered));
    }

    [Fact]
    public async Task An_eSIM_is_delivered_as_one()
    {
        var scene = new OrderScene(SimDeliveryWay.ESim);
        await SendAsync(scene, Delivered() with { Icc = NewIcc });
        scene.SavedCards[^1].Data.Form.ShouldBe(SimForm.ESim);
    }

    [Theory]
    [InlineData(null, "NotEmptyValidator")]
    [InlineData("8946010000000000013", "IccChecksum")]
    public async Task A_delivered_card_needs_its_number(string? icc, string code)
    {
        var scene = new OrderScene();
        var refused = await Should.ThrowAsync<InvalidInputException>(() => SendAsync(scene, Delivered() with { Icc = icc }));
        (refused.Problems[0].Field, refused.Problems[0].Code).ShouldBe(("Icc", code));
        scene.Order.State.ShouldBe(OrderState.Received);
    }

    [Fact]
    public async Task Another_customers_card_is_not_delivered()
    {
        var scene = new OrderScene();
        scene.Stock.FindAsync(Arg.Is<Icc>(icc => icc.Digits == NewIcc), Arg.Any<CancellationToken>()).Returns(Scene.Card(NewIcc, organisationId: Guid.CreateVersion7()));
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(scene, Delivered() with { Icc = NewIcc }))).Code.ShouldBe("SimCardNotAvailable");
    }

    [Theory]
    [InlineData(OrderProgress.Rejected, OrderState.Rejected, "Okänt kort")]
    [InlineData(OrderProgress.Cancelled, OrderState.Cancelled, null)]
    public async Task An_order_that_came_to_nothing_frees_its_card(OrderProgress progress, OrderState state, string? reason)
    {
        var scene = new OrderScene(SimDeliveryWay.OwnCard);
        await SendAsync(scene, new(Guid.CreateVersion7(), "1001", progress) { Reason = reason });
        (scene.Order.State, scene.Order.Data.Reason, scene.Own.Data.State).ShouldBe((state, reason, SimCardState.InStock));
        scene.Service.NewEvents.ShouldHaveSingleItem().Actor.ShouldBe(SubscriptionEvent.OperatorActor);
    }

    [Fact]
    [Covers("SVC-6", "the activation code goes by mail with its QR code")]
    public async Task An_activation_code_goes_on_by_secret_mail_in_the_readers_language()
    {
        var scene = new OrderScene(SimDeliveryWay.ESim);
        await SendAsync(scene, new(Guid.CreateVersion7(), "1001", OrderProgress.Processing) { ActivationCode = Code });
        var mail = _mails.ShouldHaveSingleItem();
        (mail.To, mail.IsSecret, mail.OrganisationId).ShouldBe(("anna@example.com", true, Scene.Reach.OrganisationId));
        mail.Text.ShouldContain(Code);
        mail.Subject.ShouldNotContain(Code);
        var picture = mail.Attachments.ShouldHaveSingleItem();
        (picture.ContentType, System.Text.Encoding.UTF8.GetString(picture.Content)).ShouldBe(("image/png", Code));
    }

    [Fact]
    public async Task A_code_for_an_order_that_wants_none_is_refused()
    {
        var refused = await Should.ThrowAsync<InvalidInputException>(() => SendAsync(new OrderScene(), new(Guid.CreateVersion7(), "1001", OrderProgress.Processing) { ActivationCode = Code }));
        (refused.Problems[0].Field, refused.Problems[0].Code).ShouldBe(("ActivationCode", "ActivationCodeNotWanted"));
    }

    [Theory]
    [InlineData(OrderProgress.Delivered, true)]
    [InlineData(OrderProgress.Processing, true)]
    [InlineData(OrderProgress.Rejected, false)]
    [InlineData(OrderProgress.Cancelled, false)]
    public async Task What_is_reported_after_the_end_changes_nothing(OrderProgress progress, bool passes)
    {
        var scene = new OrderScene(SimDeliveryWay.ESim);
        scene.Order.Deliver(Scene.Now);
        var report = new ReportOrderProgress(Guid.CreateVersion7(), "1001", progress) { Reason = "sen", ActivationCode = Code };
        if (passes) await SendAsync(scene, report);
        else (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(scene, report))).Code.ShouldBe("OrderHasEnded");
        scene.Order.State.ShouldBe(OrderState.Delivered);
        _mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_order_is_not_there() =>
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(new OrderScene(), new(Guid.CreateVersion7(), "7", OrderProgress.Delivered)));

    [Fact]
    public void A_report_is_looked_over_before_it_is_believed()
    {
        Problems(Delivered()).ShouldBeEmpty();
        Problems(Delivered() with { OrderNumber = "" }).ShouldBe(["OrderNumber NotEmptyValidator"]);
        Problems(Delivered() with { OrderNumber = new('1', 21) }).ShouldBe(["OrderNumber MaximumLengthValidator"]);
        Problems(Delivered() with { Progress = 0 }).ShouldBe(["Progress EnumValidator"]);
        Problems(Delivered() with { Progress = OrderProgress.Rejected }).ShouldBe(["Reason NotEmptyValidator"]);
        Problems(Delivered() with { Reason = new('x', 501) }).ShouldBe(["Reason MaximumLengthValidator"]);
        Problems(Delivered() with { ActivationCode = "LPA:2$x" }).ShouldBe(["ActivationCode ActivationCode"]);
        Problems(Delivered() with { Imsi = "2409900000000" }).ShouldBe(["Imsi Imsi"]);
        Problems(Delivered() with { Pin = "123456789", Puk = "123456789" }).ShouldBe(["Pin MaximumLengthValidator", "Puk MaximumLengthValidator"]);
    }

    private static ReportOrderProgress Delivered() => new(Guid.CreateVersion7(), "1001", OrderProgress.Delivered);

    private static IEnumerable<string> Problems(ReportOrderProgress report) => new ReportOrderProgress.Validator().Problems(report);

    private Task SendAsync(OrderScene scene, ReportOrderProgress report)
    {
        var (messages, qrCode) = (Substitute.For<IMessages>(), Substitute.For<IQrCode>());
        messages.MailAsync(Arg.Do<Mail>(_mails.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        qrCode.Png(Arg.Any<string>()).Returns(call => System.Text.Encoding.UTF8.GetBytes(call.Arg<string>()));
        return new ReportOrderProgress.Handler(scene.Orders, scene.Ending, new EsimMail(messages, qrCode), new Scene.Audit()).Handle(report, default);
    }
}
