using System.Globalization;
using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Domain.Common;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Accounts;

public abstract class AccountActionTests(DatabaseEngine engine)
{
    private static readonly Stmt SelectAudit = "SELECT BeforeState, AfterState FROM AuditEntry WHERE Action = @action ORDER BY Seq DESC";
    private static readonly Stmt SelectAccountId = "SELECT ExternalId FROM Account WHERE Id = @id";
    private static readonly Stmt SelectPersonId = "SELECT ExternalId FROM ContactPerson WHERE Id = @id";
    private static readonly Stmt CountTold = "SELECT COUNT(*) FROM WorkItem WHERE Kind = 'operator.change' AND SubjectId = @id";
    private static readonly Stmt CountAudit = "SELECT COUNT(*) FROM AuditEntry WHERE Action = @action AND Outcome = 3";

    [Fact]
    [Covers("ACC-4", "Redigera alias, Redigera fakturareferens, Redigera adress, Redigera fakturaadress")]
    [Covers("ACC-3", "customer and contact data")]
    public async Task Every_field_is_edited_with_history_and_audit()
    {
        await using var world = await AccountWorld.MakeAsync(engine);
        await world.Karl.SendAsync(new EditAccountAlias(world.North, "Norrland", 1));
        await world.Karl.SendAsync(new EditInvoiceReference(world.North, " REF-7 "));
        await world.Karl.SendAsync(new EditAccountAddress(world.North, "Storgatan 1", "12345", "Umeå", "norr@example.com", "090-12 34 56"));
        await world.Karl.SendAsync(new EditInvoiceAddress(world.North, "Box 1", "234 56", "Luleå"));

        var account = await world.Karl.SendAsync(new GetAccount(world.North));
        var facts = account.Facts;
        (facts.Alias, facts.DisplayName, facts.InvoiceReference, facts.PostalCode, facts.Email, facts.Phone, facts.InvoiceCity, facts.Version)
            .ShouldBe(("Norrland", "Norrland", "REF-7", "123 45", "norr@example.com", "+4690123456", "Luleå", 5));
        account.History.Select(line => line.Kind).ShouldBe(["InvoiceAddressEdited", "AddressEdited", "ContactDataEdited", "InvoiceReferenceEdited", "AliasEdited"], ignoreOrder: true);
        account.History.ShouldAllBe(line => line.Actor == "Person karl");
        account.History.Single(line => line.Kind == "AliasEdited").Values.ShouldBe(["Norr", "Norrland"]);
        (await world.World.Db.FirstOrDefaultAsync<int>(CountTold, new { id = world.NorthId })).ShouldBe(4, "The operator hears of each.");
        var audit = await world.World.Db.FirstOrDefaultAsync<AuditRow>(SelectAudit, new { action = nameof(EditAccountAlias) });
        (audit!.BeforeState, audit.AfterState).ShouldBe(("{\"alias\":\"Norr\"}", "{\"alias\":\"Norrland\"}"));
    }

    [Fact]
    [Covers("ACC-4", "what the operator refuses is told")]
    public async Task The_history_tells_in_the_readers_language_that_the_operator_did_not_take_a_change()
    {
        await using var world = await AccountWorld.MakeAsync(engine);
        var change = OperatorChange.Of("account.alias", world.Organisation.Id, world.NorthId, "A1", "alias", "a", "b");
        await world.Karl.RunAsync(services => services.GetRequiredService<ITransactions>().RunAsync(async () =>
        {
            await services.GetServices<IChangeOutcome>().Single(outcome => outcome.Kind == change.Kind).RefusedAsync(change, OwnReasons.Refused, default);
            return true;
        }, default));
        var line = (await world.Karl.SendAsync(new GetAccount(world.North))).History.ShouldHaveSingleItem();
        (line.Kind, line.Actor, line.Values[0]).ShouldBe(("OperatorRefused", "operator", OwnReasons.Shown(OwnReasons.Refused)!));
    }

    [Fact]
    [Covers("OPS-3", "the operator's own id for what was made in the portal")]
    public async Task An_account_and_a_person_from_the_portal_get_the_operators_own_ids_once()
    {
        await using var world = await AccountWorld.MakeAsync(engine);
        var made = await world.Karl.SendAsync(new AddAccount(world.North, "Lager", Guid.NewGuid()));
        var person = await world.Karl.SendAsync(new AddContactPerson(world.North, "Ny Person", Guid.NewGuid()) { Roles = ["teknik"] });
        await TakenAsync(world, AccountChange.Added, made.Id, "OP-1");
        await TakenAsync(world, AccountChange.Added, made.Id, "OP-2");
        await TakenAsync(world, AccountChange.PersonAdded, world.NorthId, "P-1", ("contactPerson", person.ToString()));
        (await world.World.Db.FirstOrDefaultAsync<string>(SelectAccountId, new { id = made.Id })).ShouldBe("OP-1");
        (await world.World.Db.FirstOrDefaultAsync<string>(SelectPersonId, new { id = person })).ShouldBe("P-1");
    }

    [Fact]
    [Covers("OPS-3", "an id that another account has is not taken")]
    public async Task A_reference_that_is_anothers_leaves_the_account_as_it_is()
    {
        await using var world = await AccountWorld.MakeAsync(engine);
        var made = await world.Karl.SendAsync(new AddAccount(world.North, "Lager", Guid.NewGuid()));
        await TakenAsync(world, AccountChange.Added, made.Id, (await world.World.Db.FirstOrDefaultAsync<string>(SelectAccountId, new { id = world.NorthId }))!);
        (await world.World.Db.FirstOrDefaultAsync<string>(SelectAccountId, new { id = made.Id })).ShouldBe($"portal-{made.Number}");
    }

    private static Task TakenAsync(AccountWorld world, string kind, Guid accountId, string reference, params (string Field, string? Value)[] after) => world.Karl.RunAsync(services =>
        services.GetRequiredService<ITransactions>().RunAsync(async () =>
        {
            var change = new OperatorChange(kind, world.Organisation.Id, accountId, null, new Dictionary<string, string?>(), after.ToDictionary(field => field.Field, field => field.Value));
            await services.GetServices<IChangeOutcome>().Single(outcome => outcome.Kind == kind).TakenAsync(change, reference, default);
            return true;
        }, default));

    [Fact]
    public async Task The_tree_and_the_search_show_the_new_alias_at_once()
    {
        await using var world = await AccountWorld.MakeAsync(engine);
        await world.Anna.SendAsync(new EditAccountAlias(world.North, "Åre"));
        (await world.Anna.SendAsync(new GetAccountTree(null))).Children.Select(node => node.DisplayName).ShouldBe(["Region Söder", "Åre"]);
        (await world.Anna.SendAsync(new SearchAccounts("ÅRE"))).Hits.ShouldHaveSingleItem().Number.ShouldBe(world.North);
        await world.Anna.SendAsync(new EditAccountAlias(world.North, ""));
        (await world.Anna.SendAsync(new GetAccount(world.North))).Facts.DisplayName.ShouldBe("Region Norr");
    }

    [Fact]
    public async Task A_change_on_top_of_an_unseen_one_is_refused()
    {
        await using var world = await AccountWorld.MakeAsync(engine);
        await world.Anna.SendAsync(new EditAccountAlias(world.North, "Först", 1));
        await Should.ThrowAsync<ConflictException>(() => world.Karl.SendAsync(new EditInvoiceReference(world.North, "REF", 1)));
        (await world.Anna.SendAsync(new GetAccount(world.North))).Facts.InvoiceReference.ShouldBeNull();
        (await world.World.Db.FirstOrDefaultAsync<int>(CountAudit, new { action = nameof(EditInvoiceReference) })).ShouldBe(1);
    }

    [Fact]
    [Covers("ACC-4", "Lägg till underkonto, Nytt konto")]
    public async Task A_new_account_has_a_number_of_its_own_and_its_place_in_the_tree()
    {
        await using var world = await AccountWorld.MakeAsync(engine);
        var request = new AddAccount(world.Workshop, "Lack <b>", Guid.CreateVersion7()) { Alias = "Lacken" };
        var added = await world.Karl.SendAsync(request);
        (await world.Karl.SendAsync(request)).ShouldBe(added, "A double click makes one.");
        await Should.ThrowAsync<ConflictException>(() => world.Karl.SendAsync(request with { Name = "Annat" }));

        long.Parse(added.Number, CultureInfo.InvariantCulture).ShouldBeGreaterThan(100_000);
        added.Number.ShouldNotBeOneOf(world.Root, world.North, world.Workshop, world.South, world.Foreign);
        (await world.Anna.SendAsync(new GetAccount(added.Number))).Path.Select(step => step.Number).ShouldBe([world.Root, world.North, world.Workshop]);
        (await world.Karl.SendAsync(new GetAccount(added.Number))).Path.Select(step => step.Number).ShouldBe([world.North, world.Workshop]);
        (await world.Karl.SendAsync(new GetAccountBranch(world.Workshop))).Children.ShouldHaveSingleItem().DisplayName.ShouldBe("Lacken");
        (await world.Karl.SendAsync(new GetAccount(world.Workshop))).History.ShouldHaveSingleItem().Kind.ShouldBe("SubAccountAdded");
        (await world.Karl.SendAsync(new ListAccounts(new ListRequest()))).Total.ShouldBe(3);
    }

    [Fact]
    [Covers("ACC-4", "Lägg till kontaktperson")]
    [Covers("ACC-3", "contact persons with their roles")]
    public async Task Contact_persons_are_added_edited_and_removed()
    {
        await using var world = await AccountWorld.MakeAsync(engine);
        var add = new AddContactPerson(world.Workshop, "Åsa Ek", Guid.CreateVersion7()) { Email = "asa@example.com", Phone = "070-174 06 05", Roles = ["Ekonomi", "ekonomi", "skyddsombud"] };
        var id = await world.Karl.SendAsync(add);
        (await world.Karl.SendAsync(add)).ShouldBe(id);
        var person = (await world.Karl.SendAsync(new GetAccount(world.Workshop))).ContactPersons.ShouldHaveSingleItem();
        (person.Name, person.Phone, person.HasUser, string.Join(',', person.Roles)).ShouldBe(("Åsa Ek", "+46701740605", false, "ekonomi,skyddsombud"));

        await world.Karl.SendAsync(new EditContactPerson(world.Workshop, id, "Åsa Lind", person.Version) { Roles = ["teknik"] });
        await Should.ThrowAsync<ConflictException>(() => world.Karl.SendAsync(new EditContactPerson(world.Workshop, id, "Igen", person.Version)));
        person = (await world.Karl.SendAsync(new GetAccount(world.Workshop))).ContactPersons.ShouldHaveSingleItem();
        (person.Name, person.Email, string.Join(',', person.Roles)).ShouldBe(("Åsa Lind", null, "teknik"));

        await world.Karl.SendAsync(new RemoveContactPerson(world.Workshop, id));
        var account = await world.Karl.SendAsync(new GetAccount(world.Workshop));
        account.ContactPersons.ShouldBeEmpty();
        account.History.Select(line => line.Kind).ShouldBe(["ContactPersonRemoved", "ContactPersonEdited", "ContactPersonAdded"]);
    }

    [Fact]
    public async Task A_contact_person_with_a_user_stays_and_it_says_why()
    {
        await using var world = await AccountWorld.MakeAsync(engine);
        var person = (await world.Karl.SendAsync(new GetAccount(world.North))).ContactPersons.ShouldHaveSingleItem();
        person.HasUser.ShouldBeTrue();
        var refusal = await Should.ThrowAsync<DomainRuleException>(() => world.Karl.SendAsync(new RemoveContactPerson(world.North, person.Id)));
        (refusal.Code, refusal.Arguments.Count).ShouldBe(("ContactPersonHasUser", 0), "Whose it is may lie outside the reach.");
        await Should.ThrowAsync<NotFoundException>(() => world.Karl.SendAsync(new RemoveContactPerson(world.Workshop, person.Id)));
    }

    [Fact]
    [Covers("ACC-4", "only within the reach")]
    public async Task Nothing_outside_the_reach_can_be_edited_or_built_upon()
    {
        await using var world = await AccountWorld.MakeAsync(engine);
        foreach (var number in new[] { world.Root, world.South, world.Foreign, "999999", "", "x' OR 1 = 1 --" })
        {
            Func<Task>[] requests =
            [
                () => world.Karl.SendAsync(new EditAccountAlias(number, "x")), () => world.Karl.SendAsync(new EditInvoiceReference(number, "x")),
                () => world.Karl.SendAsync(new EditAccountAddress(number, "x", "123 45", "x", null, null)), () => world.Karl.SendAsync(new EditInvoiceAddress(number, null, null, null)),
                () => world.Karl.SendAsync(new AddAccount(number, "x", Guid.CreateVersion7())), () => world.Karl.SendAsync(new AddContactPerson(number, "x", Guid.CreateVersion7())),
                () => world.Karl.SendAsync(new EditContactPerson(number, Guid.NewGuid(), "x")), () => world.Karl.SendAsync(new RemoveContactPerson(number, Guid.NewGuid())),
                () => world.Karl.SendAsync(new GetAccount(number)), () => world.Karl.SendAsync(new GetAccountBranch(number)),
            ];
            foreach (var request in requests) await Should.ThrowAsync<NotFoundException>(request, number);
        }
    }

    private sealed record AuditRow { public string? BeforeState { get; init; } public string? AfterState { get; init; } }
}

public sealed class AccountActionsOnSqlite() : AccountActionTests(DatabaseEngine.Sqlite);

public sealed class AccountActionsOnSqlServer() : AccountActionTests(DatabaseEngine.SqlServer);
