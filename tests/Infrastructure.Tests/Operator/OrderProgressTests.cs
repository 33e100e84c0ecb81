using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Operator;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Orders;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Connect.Infrastructure.Tests.Operator;

[Covers("OPS-3", "progress of orders")]
public abstract class OrderProgressTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly DatabaseEngine _engine = Engines.Available(engine);
    private readonly IOperatorGateway _gateway = Substitute.For<IOperatorGateway>();
    private ReplacementWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await ReplacementWorld.MakeAsync(_engine, _gateway);
        _gateway.SendAsync(null!, default).ReturnsForAnyArgs(new GatewayAnswer.Accepted("OP-1"));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task What_the_operator_rejects_ends_with_its_reason_and_frees_the_card()
    {
        _gateway.SendAsync(null!, default).ReturnsForAnyArgs(new GatewayAnswer.Rejected("Kortet är spärrat."));
        var order = await _world.Anna.SendAsync(_world.OwnCard());
        await _world.Anna.RunDueWorkAsync();
        var view = await _world.Anna.SendAsync(new GetOrder(order.Number));
        view.State.ShouldBe(OrderState.Rejected);
        view.Reason.ShouldBe("Kortet är spärrat.");
        (await _world.SimStateAsync(_world.StockIcc)).ShouldBe((int)SimCardState.InStock);
        (await _world.HistoryAsync()).ShouldBe([SubscriptionEventKinds.SimReplacementOrdered, SubscriptionEventKinds.SimReplacementRejected]);
    }

    [Fact]
    public async Task Done_ends_an_order_when_there_is_nothing_more_to_tell()
    {
        _gateway.SendAsync(null!, default).ReturnsForAnyArgs(new GatewayAnswer.Done("OP-7"));
        var order = await _world.Anna.SendAsync(_world.OwnCard());
        await _world.Anna.RunDueWorkAsync();
        (await _world.StateAsync(order.Number)).ShouldBe(OrderState.Delivered);
        (await _world.SimStateAsync(_world.StockIcc)).ShouldBe((int)SimCardState.Active);
        (await _world.SimStateAsync(_world.OldIcc)).ShouldBe((int)SimCardState.Expired);
    }

    [Fact]
    public async Task Done_leaves_an_order_open_until_the_new_card_s_numbers_are_reported()
    {
        _gateway.SendAsync(null!, default).ReturnsForAnyArgs(new GatewayAnswer.Done("OP-7"));
        var order = await _world.Anna.SendAsync(_world.Esim());
        await _world.Anna.RunDueWorkAsync();
        (await _world.StateAsync(order.Number)).ShouldBe(OrderState.Received);
        await _world.Operator.SendAsync(new ReportOrderProgress(Guid.NewGuid(), order.Number, OrderProgress.Delivered) { Icc = "8946999000000000017" });
        (await _world.StateAsync(order.Number)).ShouldBe(OrderState.Delivered);
    }

    [Theory]
    [InlineData("sv", "Operatören kunde inte utföra det.")]
    [InlineData("en", "The operator could not carry it out.")]
    public async Task A_reason_of_ours_is_read_in_the_reader_s_language(string language, string expected)
    {
        _gateway.SendAsync(null!, default).ReturnsForAnyArgs(new GatewayAnswer.Rejected(null));
        var order = await _world.Anna.SendAsync(_world.OwnCard());
        await _world.Anna.RunDueWorkAsync();
        using var reader = new InLanguage(language);
        var view = await _world.Anna.SendAsync(new GetOrder(order.Number));
        (view.Reason, view.Steps[^1].Note).ShouldBe((expected, expected));
        (await _world.Anna.SendAsync(new GetSubscription(_world.Service))).History[0].Values[^1].ShouldBe(expected);
    }

    [Fact]
    public async Task An_order_that_kills_every_process_ends_without_a_word_of_the_machinery()
    {
        var order = await _world.Anna.SendAsync(_world.OwnCard());
        await _world.Anna.RunAsync(async services =>
        {
            var sending = services.GetServices<IWorkHandler>().Single(handler => handler.Kind == "orders.send");
            await sending.GiveUpAsync(new DueWork(Guid.NewGuid(), sending.Kind, order.Id, null, "key", 5), refusal: null, CancellationToken.None);
            return true;
        });
        using var reader = new InLanguage("en");
        (await _world.Anna.SendAsync(new GetOrder(order.Number))).Reason.ShouldBe("The operator's systems have not answered. Try again or contact customer service.");
    }

    [Fact]
    public async Task A_time_out_is_unknown_and_sent_again_under_the_same_key()
    {
        _gateway.SendAsync(null!, default).ReturnsForAnyArgs(new GatewayAnswer.Unknown("time-out"), new GatewayAnswer.Accepted(null));
        var order = await _world.Anna.SendAsync(_world.OwnCard());
        await _world.Anna.RunDueWorkAsync();
        (await _world.StateAsync(order.Number)).ShouldBe(OrderState.Received);
        _world.Anna.Clock.Advance(TimeSpan.FromMinutes(1));
        await _world.Anna.RunDueWorkAsync();
        var keys = _gateway.ReceivedCalls().Select(call => ((OrderRequest)call.GetArguments()[0]!).IdempotencyKey).ToList();
        keys.ShouldBe([$"orders.send/{order.Id}", $"orders.send/{order.Id}"]);
    }

    [Fact]
    public async Task An_event_counts_once_and_late_ones_change_nothing()
    {
        var order = await _world.Anna.SendAsync(_world.OwnCard());
        var delivered = new ReportOrderProgress(Guid.NewGuid(), order.Number, OrderProgress.Delivered);
        await _world.Operator.SendAsync(delivered);
        await _world.Operator.SendAsync(delivered);
        await _world.Operator.SendAsync(new ReportOrderProgress(Guid.NewGuid(), order.Number, OrderProgress.Processing));
        (await _world.StateAsync(order.Number)).ShouldBe(OrderState.Delivered);
        (await _world.HistoryAsync()).Count.ShouldBe(2);
        await Should.ThrowAsync<ConflictException>(() => _world.Operator.SendAsync(delivered with { Progress = OrderProgress.Processing }));
        await Should.ThrowAsync<DomainRuleException>(() => _world.Operator.SendAsync(delivered with { EventId = Guid.NewGuid(), Progress = OrderProgress.Cancelled }));
    }

    [Fact]
    public async Task A_delivered_eSim_must_say_its_ICC_and_its_code_must_be_one()
    {
        var order = await _world.Anna.SendAsync(_world.Esim());
        var report = new ReportOrderProgress(Guid.NewGuid(), order.Number, OrderProgress.Delivered);
        await Should.ThrowAsync<InvalidInputException>(() => _world.Operator.SendAsync(report));
        await Should.ThrowAsync<InvalidInputException>(() => _world.Operator.SendAsync(report with { EventId = Guid.NewGuid(), ActivationCode = "LPA:1$" }));
        _world.Mails.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_cancellation_lets_the_order_go_on()
    {
        _gateway.CancelAsync(null!, default).ReturnsForAnyArgs(new GatewayAnswer.Rejected("För sent."));
        var order = await _world.Anna.SendAsync(_world.OwnCard());
        await _world.Anna.RunDueWorkAsync();
        await _world.Anna.SendAsync(new CancelOrder(order.Number));
        await _world.Anna.RunDueWorkAsync();
        var view = await _world.Anna.SendAsync(new GetOrder(order.Number));
        view.State.ShouldBe(OrderState.Received);
        view.CancelRequestedAt.ShouldBeNull();
        view.Steps[^1].Note.ShouldBe("För sent.");
    }

    [Fact]
    public async Task An_agreed_cancellation_ends_the_order()
    {
        _gateway.CancelAsync(null!, default).ReturnsForAnyArgs(new GatewayAnswer.Done());
        var order = await _world.Anna.SendAsync(_world.OwnCard());
        await _world.Anna.RunDueWorkAsync();
        await _world.Anna.SendAsync(new CancelOrder(order.Number));
        await _world.Anna.RunDueWorkAsync();
        (await _world.StateAsync(order.Number)).ShouldBe(OrderState.Cancelled);
    }

    [Fact]
    public void Only_what_was_signed_with_the_secret_in_the_window_is_taken()
    {
        var now = World.Now;
        var stamp = $"{now.ToUnixTimeSeconds()}";
        var signature = Signature.Of("secret", stamp, "{}"u8);
        Signature.IsValid("secret", stamp, signature, "{}"u8, now).ShouldBeTrue();
        Signature.IsValid("secret", stamp, signature, "{ }"u8, now).ShouldBeFalse();
        Signature.IsValid("other", stamp, signature, "{}"u8, now).ShouldBeFalse();
        Signature.IsValid(null, stamp, signature, "{}"u8, now).ShouldBeFalse();
        Signature.IsValid("secret", $"{now.ToUnixTimeSeconds() + 1}", signature, "{}"u8, now).ShouldBeFalse();
        Signature.IsValid("secret", stamp, signature, "{}"u8, now.AddMinutes(6)).ShouldBeFalse();
        Signature.IsValid("secret", stamp, null, "{}"u8, now).ShouldBeFalse();
        Signature.IsValid("secret", "-9223372036854775808", signature, "{}"u8, now).ShouldBeFalse();
    }
}

public sealed class OrderProgressOnSqlite() : OrderProgressTests(DatabaseEngine.Sqlite);

public sealed class OrderProgressOnSqlServer() : OrderProgressTests(DatabaseEngine.SqlServer);
