using System.Text;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Operator;
using Connect.Application.Tickets;
using Connect.Domain.Common;
using Connect.Domain.Tickets;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Connect.Infrastructure.Tests.Tickets;

/// <summary>Files and followers on the database and the file store.</summary>
public abstract class TicketFileTests(DatabaseEngine engine) : IAsyncLifetime
{
    private static readonly Stmt CountFiles = "SELECT COUNT(*) FROM TicketAttachment";
    private readonly TestDatabase _database = new(Engines.Available(engine));
    private readonly IOperatorGateway _gateway = Substitute.For<IOperatorGateway>();
    private readonly List<TicketRequest> _told = [];
    private World _world = null!;
    private TestOrganisation _own = null!;
    private Guid _north;
    private UserIdentity _anna = null!, _bo = null!, _karl = null!;
    private string _account = "";

    public async ValueTask InitializeAsync()
    {
        _world = new World(_database);
        _own = await _world.OrganisationAsync("Bolaget AB");
        _north = await _world.AccountAsync(_own.RootId, "Norr");
        _account = await _world.AccountNumberAsync(_own.RootId);
        (_anna, _bo, _karl) = (await _world.UserAsync(_own.RootId, "anna"), await _world.UserAsync(_own.RootId, "bo"), await _world.UserAsync(_north, "karl"));
        _gateway.TicketAsync(Arg.Do<TicketRequest>(_told.Add), Arg.Any<CancellationToken>()).Returns(new GatewayAnswer.Done());
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    [Covers("TIC-2", "attachments of a ticket and of an answer, for those who see it and for the operator")]
    public async Task Files_come_with_the_ticket_and_the_answer()
    {
        await using var anna = ScopeOf(_anna);
        var (one, two) = (await UploadAsync(anna, "ett.pdf"), await UploadAsync(anna, "två.pdf"));
        var number = (await anna.SendAsync(New() with { Attachments = [one.Id] })).Number;
        await anna.SendAsync(new AnswerTicket(number, "Här.", Guid.NewGuid()) { Attachments = [two.Id] });
        (await anna.SendAsync(new GetTicket(number))).Thread.Select(entry => string.Join(",", entry.Files.Select(file => file.FileName))).ShouldBe(["ett.pdf", "två.pdf"]);
        await using (var content = (await anna.SendAsync(new GetTicketFile(number, one.Id))).Content) (await new StreamReader(content).ReadToEndAsync()).ShouldBe("%PDF-1.7 ett.pdf");
        await anna.RunDueWorkAsync();
        _told.Select(told => told.Message!.Attachments.Single().FileName).ShouldBe(["ett.pdf", "två.pdf"]);
        await using var caller = new TestScope(_database, caller: TestScope.Operator("integration"));
        (await caller.SendAsync(new GetTicketFileForOperator(number, _told[1].Message!.Attachments[0].Id))).ShouldSatisfyAllConditions(f => f.ContentType.ShouldBe("application/pdf"), f => f.Content.Dispose());
        await using var karl = ScopeOf(_karl);
        await Should.ThrowAsync<NotFoundException>(() => karl.SendAsync(new GetTicketFile(number, one.Id)));
    }

    [Fact]
    public async Task A_file_is_its_users_alone_until_it_is_sent_and_is_sent_once()
    {
        await using var anna = ScopeOf(_anna);
        await using var bo = ScopeOf(_bo);
        var file = await UploadAsync(anna, "ett.pdf");
        (await Should.ThrowAsync<DomainRuleException>(() => bo.SendAsync(New() with { Attachments = [file.Id] }))).Code.ShouldBe("FileUnknown");
        var number = (await anna.SendAsync(New() with { Attachments = [file.Id] })).Number;
        (await Should.ThrowAsync<DomainRuleException>(() => anna.SendAsync(new AnswerTicket(number, "Igen", Guid.NewGuid()) { Attachments = [file.Id] }))).Code.ShouldBe("FileUnknown");
        (await Should.ThrowAsync<DomainRuleException>(() => anna.SendAsync(New() with { Attachments = [Guid.NewGuid()] }))).Code.ShouldBe("FileUnknown");
    }

    [Fact]
    public async Task Sent_twice_with_its_file_it_is_one_ticket_with_one_file()
    {
        await using var anna = ScopeOf(_anna);
        var form = Guid.NewGuid();
        string? first = null;
        for (var i = 0; i < 2; i++)
        {
            var file = await UploadAsync(anna, "ett.pdf", form);
            var number = (await anna.SendAsync(New() with { RequestId = form, Attachments = [file.Id] })).Number;
            (first ??= number).ShouldBe(number);
        }

        (await _world.Db.FirstOrDefaultAsync<int>(CountFiles)).ShouldBe(1);
        Directory.GetFiles(Path.Combine(_database.Folder, "files", "tickets")).Length.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_not_sent_within_a_day_is_removed()
    {
        await using var anna = ScopeOf(_anna);
        var kept = await UploadAsync(anna, "ett.pdf");
        await anna.SendAsync(New() with { Attachments = [kept.Id] });
        await UploadAsync(anna, "två.pdf");
        var (left, fresh) = (FileOf("left", World.Now.AddHours(-1)), FileOf("fresh", World.Now.AddHours(24)));
        anna.Clock.Advance(TimeSpan.FromHours(25));
        await UploadAsync(anna, "tre.pdf");
        await anna.RunAsync(async services =>
        {
            await services.GetServices<IRecurringWork>().Single(work => work.Name == "ticket-files").RunAsync(default);
            return true;
        });
        (await _world.Db.FirstOrDefaultAsync<int>(CountFiles)).ShouldBe(2);
        Directory.GetFiles(Path.Combine(_database.Folder, "files", "tickets")).Length.ShouldBe(3);
        (File.Exists(left), File.Exists(fresh)).ShouldBe((false, true));
    }

    // As a crash leaves it: a file that no row knows.
    private string FileOf(string name, DateTimeOffset at)
    {
        var path = Path.Combine(_database.Folder, "files", "tickets", name);
        File.WriteAllText(path, "x");
        File.SetLastWriteTimeUtc(path, at.UtcDateTime);
        return path;
    }

    [Fact]
    [Covers("TIC-2", "followers within the reach of whoever chooses")]
    public async Task Colleagues_are_those_within_the_reach_who_reach_the_account_and_may_see_tickets()
    {
        var eva = await _world.UserAsync(_own.RootId, "eva", [Right.ViewInvoices]);
        var other = await _world.UserAsync((await _world.OrganisationAsync("Annan AB")).RootId, "ove");
        await _world.UserAsync(_own.RootId, "fia", isActive: false);
        await using var anna = ScopeOf(_anna);
        await using var karl = ScopeOf(_karl);
        (await NamesAsync(anna, null)).ShouldBe(["Person bo", "Person karl"]);
        (await NamesAsync(karl, null)).ShouldBeEmpty();
        var number = (await anna.SendAsync(New() with { Followers = [_bo.Id, _bo.Id] })).Number;
        (await NamesAsync(anna, number)).ShouldBe(["Person bo"]); // karl does not reach the root
        foreach (var wrong in new[] { _karl.Id, eva.Id, other.Id, Guid.NewGuid() })
            (await Should.ThrowAsync<DomainRuleException>(() => anna.SendAsync(new FollowTicket(number, wrong)))).ShouldSatisfyAllConditions(
                e => e.Code.ShouldBe(wrong == _karl.Id ? "FollowersUnfit" : "FollowerUnknown"), e => e.Arguments.ShouldBe(wrong == _karl.Id ? ["Person karl"] : []));
        await anna.SendAsync(new FollowTicket(number, _bo.Id));
        (await anna.SendAsync(new GetTicket(number))).Followers.ShouldBe([new Follower(_bo.Id, "Person bo")]);
        await anna.SendAsync(new UnfollowTicket(number, _bo.Id));
        (await anna.SendAsync(new GetTicket(number))).Followers.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_follower_outside_the_reach_is_a_name_that_is_not_taken_away()
    {
        await using var anna = ScopeOf(_anna);
        await using var karl = ScopeOf(_karl);
        var number = (await anna.SendAsync(New() with { Account = await _world.AccountNumberAsync(_north), Followers = [_bo.Id, _karl.Id] })).Number;
        (await karl.SendAsync(new GetTicket(number))).Followers.ShouldBe([new Follower(null, "Person bo"), new Follower(_karl.Id, "Person karl")]);
        await karl.SendAsync(new UnfollowTicket(number, _bo.Id));
        await karl.SendAsync(new UnfollowTicket(number, _karl.Id));
        (await karl.SendAsync(new GetTicket(number))).Followers.ShouldBe([new Follower(null, "Person bo")]);
    }

    private CreateTicket New() => new(TicketType.Other, "Fråga", "Hur?", Guid.NewGuid()) { Account = _account };

    private static async Task<IReadOnlyList<string>> NamesAsync(TestScope scope, string? number) => [.. (await scope.SendAsync(new ListTicketColleagues(number))).Select(colleague => colleague.Name)];

    private static Task<UploadedFile> UploadAsync(TestScope scope, string name, Guid? form = null) =>
        scope.SendAsync(new UploadTicketFile(name, new MemoryStream(Encoding.UTF8.GetBytes("%PDF-1.7 " + name)), form ?? Guid.NewGuid()));

    private TestScope ScopeOf(UserIdentity user) => new(_database, user, replace: services => services.AddSingleton(_gateway));
}

public sealed class TicketFileOnSqliteTests() : TicketFileTests(DatabaseEngine.Sqlite);

public sealed class TicketFileOnSqlServerTests() : TicketFileTests(DatabaseEngine.SqlServer);
