using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Domain.Common;
using Connect.Domain.Users;
using NSubstitute;
using static Connect.Application.Tests.Common.PipelineFixture;

namespace Connect.Application.Tests.Common;

public sealed class PipelineTests
{
    private readonly PipelineFixture _pipeline = new();

    [Fact]
    public async Task A_command_runs_in_one_transaction_that_holds_its_audit_row()
    {
        _pipeline.LogIn(Right.ManageSubscriptions);

        (await _pipeline.SendAsync(new Rename("Åsa"))).ShouldBe("ÅSA");

        _pipeline.Log.ShouldBe(["begin", "handle", "audit Rename Done", "commit"]);
        var row = _pipeline.Audit.ShouldHaveSingleItem();
        row.Before.ShouldBe("\"old\"");
        row.After.ShouldBe("\"\\u00C5sa\"");
        row.Actor.ShouldBe("anna.admin");
    }

    [Fact]
    public async Task Without_the_right_nothing_is_validated_or_run_and_the_refusal_is_audited_on_its_own()
    {
        _pipeline.LogIn(Right.ViewSubscriptions);

        (await Should.ThrowAsync<ForbiddenException>(() => _pipeline.SendAsync(new Rename("")))).LoggedIn.ShouldBeTrue();

        _pipeline.Log.ShouldBe(["begin", "audit Rename Refused", "commit"]);
    }

    [Fact]
    public async Task Nobody_is_told_to_log_in() =>
        (await Should.ThrowAsync<ForbiddenException>(() => _pipeline.SendAsync(new Rename("Åsa")))).LoggedIn.ShouldBeFalse();

    [Fact]
    public async Task An_operator_needs_the_scope()
    {
        _pipeline.ComeAsOperator("import");
        (await _pipeline.SendAsync(new LoadFiles())).ShouldBe(1);

        _pipeline.ComeAsOperator("orders");
        await Should.ThrowAsync<ForbiddenException>(() => _pipeline.SendAsync(new LoadFiles()));
    }

    [Fact]
    public async Task A_customer_with_every_right_is_no_operator()
    {
        _pipeline.LogIn(Enum.GetValues<Right>());
        await Should.ThrowAsync<ForbiddenException>(() => _pipeline.SendAsync(new LoadFiles()));
    }

    [Fact]
    public async Task Input_out_of_shape_never_reaches_the_handler()
    {
        _pipeline.LogIn(Right.ManageSubscriptions);

        var failure = await Should.ThrowAsync<InvalidInputException>(() => _pipeline.SendAsync(new Rename(new string('x', 21))));

        failure.Problems.ShouldHaveSingleItem().Code.ShouldBe("MaximumLengthValidator");
        failure.Problems[0].Arguments.ShouldContain(20);
        _pipeline.Log.ShouldBe(["begin", "audit Rename Failed", "commit"]);
    }

    [Fact]
    public async Task A_broken_rule_rolls_back_and_leaves_a_row_that_tells_no_change()
    {
        _pipeline.LogIn(Right.ManageSubscriptions);

        await Should.ThrowAsync<DomainRuleException>(() => _pipeline.SendAsync(new Rename("taken")));

        _pipeline.Log.ShouldBe(["begin", "handle", "rollback", "begin", "audit Rename Failed", "commit"]);
        _pipeline.Audit[0].Reason.ShouldBe("NameTaken");
        _pipeline.Audit[0].After.ShouldBeNull();
    }

    [Fact]
    public async Task A_query_leaves_no_trace_unless_it_shows_something_secret()
    {
        _pipeline.LogIn(Right.ViewSimSecrets);

        await _pipeline.SendAsync(new CountThings());
        _pipeline.Log.ShouldBeEmpty();

        await _pipeline.SendAsync(new ShowSecret());
        _pipeline.Audit.ShouldHaveSingleItem().Outcome.ShouldBe(AuditOutcome.Done);
    }

    [Theory]
    [InlineData(Right.ViewSubscriptions, AuditOutcome.Refused)]
    [InlineData(Right.ManageSubscriptions, AuditOutcome.Failed)]
    public async Task What_came_to_nothing_is_told_with_what_it_was_about_where_that_is_within_the_reach(Right right, AuditOutcome outcome)
    {
        _pipeline.LogIn(right);
        var (known, foreign) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        _pipeline.Subjects.FindAsync(new AccountReach(Guid.Empty, Guid.Empty, true), new NamedSubject("Subscription", known, null), Arg.Any<CancellationToken>()).Returns(known);

        foreach (var service in new[] { known, foreign }) await Should.ThrowAsync<Exception>(() => _pipeline.SendAsync(new Bar(service)));

        _pipeline.Audit.Select(row => (row.Outcome, row.SubjectKind, row.SubjectId)).ShouldBe([(outcome, "Subscription", known), (outcome, null, null)]);
    }

    [Fact]
    public async Task A_query_that_showed_nothing_after_all_is_told_as_failed_with_what_was_asked_for()
    {
        _pipeline.LogIn(Right.ViewSimSecrets);

        await _pipeline.SendAsync(new ShowSlowly());

        var row = _pipeline.Audit.ShouldHaveSingleItem();
        (row.Outcome, row.Reason, row.After).ShouldBe((AuditOutcome.Failed, "PreviewTooLong", "\"asked\""));
    }

    [Fact]
    public async Task A_message_that_says_nothing_of_who_may_send_it_is_a_defect() =>
        await Should.ThrowAsync<InvalidOperationException>(() => _pipeline.SendAsync(new Undeclared()));
}
