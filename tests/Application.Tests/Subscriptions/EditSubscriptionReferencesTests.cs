using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions;

[Covers("SVC-9", "external user name, cost centre and employee number, and what they may be")]
public sealed class EditSubscriptionReferencesTests
{
    private readonly ISubscriptionRepository _subscriptions = Substitute.For<ISubscriptionRepository>();
    private readonly IWorkQueue _work = Substitute.For<IWorkQueue>();
    private readonly Scene.Audit _audit = new();
    private readonly Subscription _service = Scene.Service();

    public EditSubscriptionReferencesTests() => _subscriptions.FindAsync(Scene.Reach, _service.Id, Arg.Any<CancellationToken>()).Returns(_service);

    [Fact]
    public async Task They_are_saved_with_who_gave_them_and_what_they_were()
    {
        await SendAsync(new(_service.Id, null, " 4711 ", "85202", Version: 1));
        _service.Data.References.ShouldBe(new ServiceReferences(null, "4711", "85202"));
        _service.NewEvents.Select(line => (line.Actor, line.At)).ShouldBe([("Anna Åkesson", Scene.Now), ("Anna Åkesson", Scene.Now)]);
        _audit.About.ShouldBe((nameof(Subscription), _service.Id));
        (_audit.Before, _audit.After).ShouldBe((new ServiceReferences(null, null, null).ToString(), new ServiceReferences(null, "4711", "85202").ToString()));
        await _subscriptions.Received(1).SaveAsync(_service, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task The_operator_hears_of_what_changed_and_of_nothing_else()
    {
        await SendAsync(new(_service.Id, "ake.ek", null, ""));
        await _work.Received(1).EnqueueAsync(Arg.Is<NewWork>(work => work.Kind == SendChange.KindName && work.SubjectId == _service.Id), Arg.Any<CancellationToken>());
        var told = ToldChange.Read(((NewWork)_work.ReceivedCalls().Single().GetArguments()[0]!).Payload!).Change;
        (told.Kind, told.ExternalId).ShouldBe(("subscription.references", "T-1"));
        JsonSerializer.Serialize(new { told.Before, told.After }).ShouldBe("""{"Before":{"externalUserName":null},"After":{"externalUserName":"ake.ek"}}""");
    }

    [Fact]
    public async Task The_same_again_writes_nothing()
    {
        await SendAsync(new(_service.Id, " ", null, ""));
        await _subscriptions.DidNotReceiveWithAnyArgs().SaveAsync(default!, default);
        await _work.DidNotReceiveWithAnyArgs().EnqueueAsync(default!, default);
    }

    [Fact]
    public async Task What_somebody_else_changed_since_it_was_shown_is_not_written_over()
    {
        await Should.ThrowAsync<ConflictException>(() => SendAsync(new(_service.Id, null, "4711", null, Version: 0)));
        await _subscriptions.DidNotReceiveWithAnyArgs().SaveAsync(default!, default);
    }

    [Fact]
    public async Task A_service_that_has_ended_keeps_what_it_has()
    {
        var ended = Scene.Service(SubscriptionStatus.Terminated);
        _subscriptions.FindAsync(Scene.Reach, ended.Id, Arg.Any<CancellationToken>()).Returns(ended);
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(new(ended.Id, null, "4711", null)))).Code.ShouldBe("ServiceHasEnded");
    }

    [Fact]
    public async Task A_service_outside_the_reach_is_not_there() => await Should.ThrowAsync<NotFoundException>(() => SendAsync(new(Guid.CreateVersion7(), null, "4711", null)));

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "4711")]
    public async Task What_the_operator_refuses_is_taken_back_if_it_still_stands(bool stands, string? now)
    {
        var change = EditSubscriptionReferences.Outcome.Told(_service.Data, _service.EditReferences(new(null, stands ? "4711" : "4710", null), "Anna", Scene.Now));
        if (!stands) _service.EditReferences(new(null, "4711", null), "Anna", Scene.Now);
        _subscriptions.FindForOperatorAsync(_service.OrganisationId, _service.Id, Arg.Any<CancellationToken>()).Returns(_service);
        var outcome = new EditSubscriptionReferences.Outcome(_subscriptions, Scene.Clock());
        outcome.Kind.ShouldBe(change.Kind);
        await outcome.RefusedAsync(change, "Nej.", default);
        _service.Data.CostCentre.ShouldBe(now);
        _service.NewEvents[^1].Values[^1].ShouldBe("Nej.");
        await _subscriptions.Received(1).SaveAsync(_service, Arg.Any<CancellationToken>());
    }

    [Theory]
    [InlineData("4711", null)]
    [InlineData("Vård 😀 Österåker", null)]
    [InlineData("", null)]
    [InlineData("   ", null)]
    [InlineData("47\n11", "TextSigns")]
    [InlineData("4711\0", "TextSigns")]
    [InlineData("4711\uFFFE", "TextSigns")]
    public void Each_is_text_of_one_line_or_nothing(string text, string? code) => Problems(text, text, text).ShouldBe(
        code is null ? [] : [$"ExternalUserName {code}", $"CostCentre {code}", $"EmployeeNumber {code}"]);

    // Made here: a lone surrogate does not survive as an attribute's value.
    [Fact]
    public void Half_a_sign_is_no_text() => Problems(null, "47" + (char)0xD800, null).ShouldBe(["CostCentre TextSigns"]);

    [Fact]
    public void Each_has_its_length_as_it_is_kept()
    {
        Problems(new('x', 100), new('x', 50), new('x', 50)).ShouldBeEmpty();
        Problems(new string('x', 100) + "  ", null, null).ShouldBeEmpty("outer spaces are dropped");
        Problems(new('x', 101), new('x', 51), new('x', 51)).ShouldBe(["ExternalUserName MaximumLengthValidator", "CostCentre MaximumLengthValidator", "EmployeeNumber MaximumLengthValidator"]);
        Problems(null, string.Concat(Enumerable.Repeat('\u0958', 26)), null).ShouldBe(["CostCentre MaximumLengthValidator"], "one sign is kept as two");
    }

    [Fact]
    public void The_history_names_the_field_and_says_where_there_was_nothing()
    {
        EventValues.Shown(SubscriptionEventKinds.ReferenceEdited, ["CostCentre", "", "4711"]).ShouldBe(["Kostnadsställe", "(tomt)", "4711"]);
        EventValues.Shown(SubscriptionEventKinds.ReferenceRefused, ["EmployeeNumber", "85202", "", OwnReasons.NoAnswer]).ShouldBe(["Anställningsnummer", "85202", "(tomt)", OwnReasons.Shown(OwnReasons.NoAnswer)!]);
    }

    private static IEnumerable<string> Problems(string? external, string? costCentre, string? employee) =>
        new EditSubscriptionReferences.Validator().Problems(new(Guid.CreateVersion7(), external, costCentre, employee));

    private Task SendAsync(EditSubscriptionReferences command) =>
        new EditSubscriptionReferences.Handler(_subscriptions, new ChangeDesk(_work, Scene.Clock()), Scene.Caller(), _audit, Scene.Clock()).Handle(command, default);
}
