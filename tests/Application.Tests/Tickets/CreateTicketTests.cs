using Connect.Application.Common.Errors;
using Connect.Application.Tests.Common;
using Connect.Application.Tickets;
using Connect.Domain.Common;
using Connect.Domain.Tickets;
using Connect.Domain.Users;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Tickets;

[Covers("TIC-2", "type, title and text; of a service or an account, with a priority")]
public sealed class CreateTicketTests
{
    private readonly TicketScene _scene = new();

    [Fact]
    public async Task It_is_about_an_account_and_the_operator_is_told()
    {
        (await SendAsync(About(TicketType.Invoice))).Number.ShouldBe("100001");
        var ticket = _scene.Saved.ShouldHaveSingleItem();
        (ticket.Data.AccountId, ticket.Data.SubscriptionId, ticket.Data.Priority, ticket.Data.Sla).ShouldBe((_scene.Account.Id, null, null, null));
        (ticket.Data.Title, ticket.NewMessages[0].Text, ticket.NewMessages[0].Author).ShouldBe(("Fel på fakturan", "Rad ett\nRad två", "Anna Åkesson"));
        var work = _scene.Queued.ShouldHaveSingleItem();
        (work.Kind, work.SubjectId, work.IdempotencyKey).ShouldBe((SendTicket.KindName, ticket.Id, $"tickets.send/{ticket.NewMessages[0].Id:N}"));
        _scene.Audit.After.ShouldNotBeNull().ShouldNotContain("Rad ett");
    }

    [Fact]
    public async Task Of_a_service_it_is_the_services_account_also_when_the_service_has_ended()
    {
        await SendAsync(About(TicketType.Support) with { Account = null, SubscriptionId = _scene.Service.Id, Priority = TicketPriority.High });
        var data = _scene.Saved[0].Data;
        (data.AccountId, data.SubscriptionId, data.ServiceName, data.Priority).ShouldBe((Scene.Reach.AccountId, _scene.Service.Id, "Åke Ek", TicketPriority.High));
        data.Sla!.ResponseDueAt.ShouldBe(Scene.Now.AddHours(1));
        _scene.Audit.After.ShouldNotBeNull().ShouldContain("Service = Åke Ek, Files = 0, Followers = 0");
    }

    [Fact]
    public async Task A_support_ticket_without_a_priority_is_a_normal_one_and_has_times_only_where_they_are_agreed()
    {
        await SendAsync(About(TicketType.Support));
        (_scene.Saved[0].Data.Priority, _scene.Saved[0].Data.Sla).ShouldBe((TicketPriority.Normal, null));
    }

    [Fact]
    public async Task A_number_that_came_with_a_load_is_passed_over()
    {
        _scene.Numbers.NextAsync("ticket", Arg.Any<CancellationToken>()).Returns(100_001, 100_003);
        _scene.Tickets.IsTakenAsync("100001", Arg.Any<CancellationToken>()).Returns(true);
        (await SendAsync(About(TicketType.Other))).Number.ShouldBe("100003");
        await _scene.Numbers.Received(1).SkipAsync("ticket", 1, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task An_account_outside_the_reach_is_not_there()
    {
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(About(TicketType.Other) with { Account = "9999" }))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("AccountUnknown"), e => e.Field.ShouldBe("Account"));
        _scene.Saved.ShouldBeEmpty();
    }

    [Fact]
    public Task A_service_outside_the_reach_is_not_there() => Should.ThrowAsync<NotFoundException>(() => SendAsync(About(TicketType.Other) with { SubscriptionId = Guid.CreateVersion7() }));

    [Fact]
    public async Task Files_and_followers_come_with_it()
    {
        var (file, bo) = (Guid.NewGuid(), Guid.NewGuid());
        _scene.Files.FindUploadsAsync(Scene.Reach, _scene.User.Identity!.Id, Arg.Any<IReadOnlyList<Guid>>(), Arg.Any<CancellationToken>()).Returns([new TicketFile(file, "a.pdf", "application/pdf", 1, "k")]);
        _scene.Files.AttachAsync(_scene.User.Identity!.Id, Arg.Any<Guid>(), Arg.Any<Guid>(), Arg.Any<IReadOnlyList<Guid>>(), Arg.Any<CancellationToken>()).Returns(1);
        _scene.Followers.FitAsync(Scene.Reach, _scene.Account.Id, Arg.Any<IReadOnlyList<Guid>>(), Arg.Any<CancellationToken>()).Returns([bo]);
        await SendAsync(About(TicketType.Other) with { Attachments = [file, file], Followers = [bo] });
        var ticket = _scene.Saved.ShouldHaveSingleItem();
        await _scene.Files.Received(1).AttachAsync(_scene.User.Identity!.Id, ticket.Id, ticket.NewMessages[0].Id, Arg.Is<IReadOnlyList<Guid>>(ids => ids.Single() == file), Arg.Any<CancellationToken>());
        await _scene.Followers.Received(1).AddAsync(ticket.Id, Arg.Is<IReadOnlyList<Guid>>(ids => ids.Single() == bo), Arg.Any<CancellationToken>());
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(About(TicketType.Other) with { Attachments = [file, Guid.NewGuid()] }))).Code.ShouldBe("FileUnknown");
    }

    [Fact]
    public void Too_many_files_and_followers_are_said() => new CreateTicket.Validator().Problems(
        About(TicketType.Other) with { Attachments = [.. Enumerable.Range(0, 6).Select(_ => Guid.NewGuid())], Followers = null! }).ShouldBe(["Attachments FilesTooMany", "Followers FollowerUnknown"]);

    [Fact]
    public Task Whoever_sees_no_services_names_none() =>
        Should.ThrowAsync<ForbiddenException>(() => SendAsync(About(TicketType.Other) with { SubscriptionId = _scene.Service.Id }, new TicketScene(Right.ManageTickets)));

    [Fact]
    public void What_is_missing_or_too_long_is_said() => new CreateTicket.Validator().Problems(
        new CreateTicket(0, " ", " \n\u0001", Guid.NewGuid()) { Priority = TicketPriority.Low }).ShouldBe(
        ["Type EnumValidator", "Title NotEmptyValidator", "Text NotEmptyValidator", "Account NotEmptyValidator", "Priority TicketPrioritySupport"]);

    [Fact]
    public void What_is_too_long_or_no_line_is_said() => new CreateTicket.Validator().Problems(
        new CreateTicket(TicketType.Support, new string('a', 151) + "\r\nBcc: x", new string('a', 10_001), Guid.NewGuid()) { Account = "1", Priority = (TicketPriority)9 }).ShouldBe(
        ["Title MaximumLengthValidator", "Title NameSigns", "Text MaximumLengthValidator", "Priority EnumValidator"]);

    private static CreateTicket About(TicketType type) => new(type, " Fel på fakturan ", "Rad ett\r\nRad två\u0007 ", Guid.NewGuid()) { Account = " 1002 " };

    private Task<CreatedTicket> SendAsync(CreateTicket message, TicketScene? scene = null)
    {
        var used = scene ?? _scene;
        return new CreateTicket.Handler(new TicketSubjects(used.Accounts, used.Subscriptions), used.Desk, used.Extras, used.User, used.Audit).Handle(message, default);
    }
}
