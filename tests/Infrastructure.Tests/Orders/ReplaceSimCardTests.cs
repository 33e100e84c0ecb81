using Connect.Application.Common.Errors;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Orders;

[Covers("SVC-6")]
public abstract class ReplaceSimCardTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly DatabaseEngine _engine = Engines.Available(engine);
    private ReplacementWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await ReplacementWorld.MakeAsync(_engine);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    [Covers("SVC-6", "own card")]
    public async Task An_own_card_is_reserved_then_works_and_the_old_one_is_out_of_use()
    {
        var order = await _world.Anna.SendAsync(_world.OwnCard());
        (await _world.SimStateAsync(_world.StockIcc)).ShouldBe((int)SimCardState.Reserved);
        (await _world.StateAsync(order.Number)).ShouldBe(OrderState.Received);
        await _world.PassTimeAsync();
        (await _world.StateAsync(order.Number)).ShouldBe(OrderState.Delivered);
        (await _world.SimStateAsync(_world.StockIcc)).ShouldBe((int)SimCardState.Active);
        (await _world.SimStateAsync(_world.OldIcc)).ShouldBe((int)SimCardState.Expired);
        (await _world.HistoryAsync()).ShouldBe([SubscriptionEventKinds.SimReplacementOrdered, SubscriptionEventKinds.SimReplaced]);
    }

    [Fact]
    [Covers("SVC-6", "eSIM by mail")]
    public async Task An_eSim_comes_by_mail_with_a_code_of_the_operators_and_its_QR_code()
    {
        var order = await _world.Anna.SendAsync(_world.Esim());
        await _world.PassTimeAsync();
        // The other tells that the order is delivered.
        _world.Mails.Mails.Count.ShouldBe(2);
        var mail = _world.Mails.Mails.Single(mail => mail.IsSecret);
        mail.To.ShouldBe("anna@example.com");
        mail.IsSecret.ShouldBeTrue();
        mail.Text.Split('\n').Count(ActivationCode.IsValid).ShouldBe(1);
        mail.Attachments.ShouldHaveSingleItem().Content.AsSpan(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
        (await _world.StateAsync(order.Number)).ShouldBe(OrderState.Delivered);
        (await _world.SimStateAsync(_world.OldIcc)).ShouldBe((int)SimCardState.Expired);
    }

    [Fact]
    [Covers("SVC-6", "by post")]
    public async Task A_posted_card_is_expected_in_three_workdays_and_replaces_the_old_one()
    {
        var order = await _world.Anna.SendAsync(_world.Post());
        (await _world.Anna.SendAsync(new GetOrder(order.Number))).ExpectedOn.ShouldBe(new DateOnly(2026, 3, 13));
        await _world.PassTimeAsync();
        (await _world.StateAsync(order.Number)).ShouldBe(OrderState.Delivered);
        (await _world.SimStateAsync(_world.OldIcc)).ShouldBe((int)SimCardState.Expired);
        (await _world.Anna.SendAsync(new GetSimReplacementForm(_world.Service))).OpenOrderNumber.ShouldBeNull();
    }

    [Fact]
    public async Task Twenty_attempts_at_once_give_exactly_one_order()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            try
            {
                await _world.Anna.SendAsync(_world.Esim($"user{i}@example.com"));
                return "done";
            }
            catch (ConflictException conflict)
            {
                return conflict.Code;
            }
        })));
        outcomes.Count(outcome => outcome == "done").ShouldBe(1);
        outcomes.Count(outcome => outcome == "SimReplacementOpen").ShouldBe(19);
        (await _world.Anna.SendAsync(new ListComingChanges(_world.Service))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_double_submit_gives_the_first_answer_and_other_content_a_conflict()
    {
        var wish = _world.OwnCard();
        var first = await _world.Anna.SendAsync(wish);
        (await _world.Anna.SendAsync(wish)).ShouldBe(first);
        await Should.ThrowAsync<ConflictException>(() => _world.Anna.SendAsync(wish with { Icc = _world.OldIcc }));
    }

    [Theory]
    [InlineData("8946x10000000000012", "IccDigits")]
    [InlineData("894601000000000001", "IccLength")]
    [InlineData("8946010000000000013", "IccChecksum")]
    [InlineData("", "NotEmptyValidator")]
    public async Task A_bad_ICC_is_told_what_is_wrong_with_it(string icc, string code)
    {
        var refused = await Should.ThrowAsync<InvalidInputException>(() => _world.Anna.SendAsync(_world.OwnCard(icc)));
        refused.Problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Code.ShouldBe(code), p => p.Field.ShouldBe("Icc"));
    }

    [Fact]
    public async Task Unknown_used_and_others_cards_are_refused_with_one_same_answer()
    {
        var other = await _world.World.OrganisationAsync("Annan AB");
        var foreign = await _world.World.SimCardAsync(other.Id);
        foreach (var icc in new[] { "8946010000000000012", _world.OldIcc, foreign })
            (await Should.ThrowAsync<DomainRuleException>(() => _world.Anna.SendAsync(_world.OwnCard(icc)))).Code.ShouldBe("SimCardNotAvailable");
        (await _world.HistoryAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_outside_the_reach_does_not_exist()
    {
        var child = await _world.World.AccountAsync(_world.Organisation.RootId);
        await using var karl = _world.ScopeOf(await _world.World.UserAsync(child, "karl"));
        await Should.ThrowAsync<NotFoundException>(() => karl.SendAsync(_world.OwnCard()));
        await Should.ThrowAsync<NotFoundException>(() => karl.SendAsync(new GetSimReplacementForm(_world.Service)));
        await Should.ThrowAsync<NotFoundException>(() => karl.SendAsync(new ListComingChanges(_world.Service)));
        var order = await _world.Anna.SendAsync(_world.OwnCard());
        await Should.ThrowAsync<NotFoundException>(() => karl.SendAsync(new GetOrder(order.Number)));
        await Should.ThrowAsync<NotFoundException>(() => karl.SendAsync(new CancelOrder(order.Number)));
    }

    [Fact]
    [Covers("SVC-14", "coming changes can be cancelled until they start")]
    public async Task An_order_that_was_not_sent_is_off_at_once_and_the_card_is_in_stock_again()
    {
        var order = await _world.Anna.SendAsync(_world.OwnCard());
        (await _world.Anna.SendAsync(new ListComingChanges(_world.Service))).ShouldHaveSingleItem().CanCancel.ShouldBeTrue();
        (await _world.Anna.SendAsync(new CancelOrder(order.Number))).ShouldBe(OrderState.Cancelled);
        (await _world.SimStateAsync(_world.StockIcc)).ShouldBe((int)SimCardState.InStock);
        (await _world.Anna.SendAsync(new ListComingChanges(_world.Service))).ShouldBeEmpty();
        (await _world.Anna.SendAsync(_world.OwnCard())).Number.ShouldNotBe(order.Number);
    }

    [Fact]
    public async Task An_order_that_the_operator_has_is_off_when_it_agrees()
    {
        var order = await _world.Anna.SendAsync(_world.OwnCard());
        await _world.Anna.RunDueWorkAsync();
        (await _world.Anna.SendAsync(new CancelOrder(order.Number))).ShouldBe(OrderState.Received);
        await _world.Anna.RunDueWorkAsync();
        (await _world.StateAsync(order.Number)).ShouldBe(OrderState.Cancelled);
        await _world.PassTimeAsync();
        (await _world.SimStateAsync(_world.StockIcc)).ShouldBe((int)SimCardState.InStock);
        (await _world.SimStateAsync(_world.OldIcc)).ShouldBe((int)SimCardState.Active);
    }

    [Fact]
    public async Task An_order_that_was_begun_cannot_be_cancelled()
    {
        var order = await _world.Anna.SendAsync(_world.OwnCard());
        await _world.Operator.SendAsync(new ReportOrderProgress(Guid.NewGuid(), order.Number, OrderProgress.Processing));
        (await Should.ThrowAsync<DomainRuleException>(() => _world.Anna.SendAsync(new CancelOrder(order.Number)))).Code.ShouldBe("OrderTooLateToCancel");
    }
}

public sealed class ReplaceSimCardOnSqlite() : ReplaceSimCardTests(DatabaseEngine.Sqlite);

public sealed class ReplaceSimCardOnSqlServer() : ReplaceSimCardTests(DatabaseEngine.SqlServer);
