using Connect.Application.Common.Errors;
using Connect.Application.Common.Lists;
using Connect.Application.Operator;
using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Orders;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Infrastructure.Tests.Subscriptions;

[Covers("SVC-9", "kept, found, and told to the operator")]
public abstract class ReferencesTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly DatabaseEngine _engine = Engines.Available(engine);
    private readonly IOperatorGateway _gateway = Substitute.For<IOperatorGateway>();
    private ReplacementWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await ReplacementWorld.MakeAsync(_engine, _gateway);
        _gateway.ChangeAsync(null!, default).ReturnsForAnyArgs(new GatewayAnswer.Done());
    }

    public ValueTask DisposeAsync() => _world is null ? ValueTask.CompletedTask : _world.DisposeAsync();

    [Fact]
    public async Task They_are_kept_with_their_history_and_the_operator_hears_of_them()
    {
        await EditAsync("ake.strom", "4711", null);
        await EditAsync("ake.strom", "4712", "85202");
        await _world.Anna.RunDueWorkAsync();
        (await FactsAsync()).ShouldBe(("ake.strom", "4712", "85202"));
        var sent = _gateway.ReceivedCalls().Select(call => ((ChangeRequest)call.GetArguments()[0]!).Change).ToList();
        sent.Select(change => string.Join(' ', change.After.Select(field => $"{field.Key}={field.Value}"))).ShouldBe(["externalUserName=ake.strom costCentre=4711", "costCentre=4712 employeeNumber=85202"]);
        sent[1].Before["costCentre"].ShouldBe("4711");
        var history = (await _world.Anna.SendAsync(new GetSubscription(_world.Service))).History;
        history.Select(line => string.Join('|', line.Values)).ShouldContain("Kostnadsställe|4711|4712");
    }

    [Fact]
    public async Task What_is_refused_goes_back_to_what_the_operator_has_field_by_field()
    {
        await EditAsync(null, "4711", null);
        await _world.Anna.RunDueWorkAsync();
        _gateway.ChangeAsync(null!, default).ReturnsForAnyArgs(new GatewayAnswer.Rejected("Nej."), new GatewayAnswer.Rejected("Nej."), new GatewayAnswer.Accepted(null));
        await EditAsync(null, "4712", null);
        await EditAsync("ake", "4713", null);
        await EditAsync("ake", "4713", "85202");
        await _world.Anna.RunDueWorkAsync();
        (await FactsAsync()).ShouldBe((null, "4711", "85202"));
    }

    [Fact]
    public async Task They_are_not_written_over_from_a_form_that_is_no_longer_true()
    {
        var version = (await _world.Anna.SendAsync(new GetSubscription(_world.Service))).Facts.Version;
        await _world.Anna.SendAsync(new EditSubscriptionReferences(_world.Service, null, "4711", null, version));
        await Should.ThrowAsync<ConflictException>(_world.Anna.SendAsync(new EditSubscriptionReferences(_world.Service, null, "4712", null, version)));
        (await FactsAsync()).CostCentre.ShouldBe("4711");
    }

    [Fact]
    public async Task Another_change_of_the_service_leaves_them_as_they_are()
    {
        await EditAsync("ake", "4711", "85202");
        await _world.Anna.SendAsync(new RenameSubscriptionUser(_world.Service, "Åsa Öberg"));
        (await FactsAsync()).ShouldBe(("ake", "4711", "85202"));
    }

    [Theory]
    [InlineData("f.cost-centre=^47&f.employee==85202", 1)]
    [InlineData("f.cost-centre=~71&sort=-cost-centre", 1)]
    [InlineData("f.employee=!!&sort=employee", 1)]
    [InlineData("f.employee=!", 0)]
    public async Task The_list_finds_what_was_written(string query, int total)
    {
        await EditAsync(null, "4711", "85202");
        var pairs = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query).SelectMany(p => p.Value.Select(v => new KeyValuePair<string, string?>(p.Key, v)));
        var page = await _world.Anna.SendAsync(new ListSubscriptions(ListRequest.Parse(pairs, ListSubscriptions.Columns).OrThrow()));
        page.Total.ShouldBe(total);
        page.Rows.Select(row => (row.CostCentre, row.EmployeeNumber)).ShouldAllBe(row => row.CostCentre == "4711" && row.EmployeeNumber == "85202");
    }

    private Task EditAsync(string? external, string? costCentre, string? employee) => _world.Anna.SendAsync(new EditSubscriptionReferences(_world.Service, external, costCentre, employee));

    private async Task<(string? External, string? CostCentre, string? Employee)> FactsAsync()
    {
        var facts = (await _world.Anna.SendAsync(new GetSubscription(_world.Service))).Facts;
        return (facts.ExternalUserName, facts.CostCentre, facts.EmployeeNumber);
    }
}

public sealed class ReferencesOnSqlite() : ReferencesTests(DatabaseEngine.Sqlite);

public sealed class ReferencesOnSqlServer() : ReferencesTests(DatabaseEngine.SqlServer);
