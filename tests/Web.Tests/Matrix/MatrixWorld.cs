using System.Text.Json;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Reports;
using Connect.Domain.Orders;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Web.Tests.Matrix;

/// <summary>Where something stands as seen from the middle account.</summary>
internal enum Place
{
    Own,
    Child,
    Parent,
    Sibling,
    OtherOrganisation,
    Hidden,
    Nowhere,
}

/// <summary>
/// Root → middle → leaf with a sibling of the middle, and another organisation; in each a service with its SIM card and an order.
/// What the middle must not see is called <see cref="Canary"/>.
/// </summary>
internal sealed class MatrixWorld(Portal portal, World world)
{
    public const string Canary = "Kanariefågel";

    private static readonly Stmt Rename = "UPDATE Account SET Alias = @name, DisplayName = @name WHERE Id = @id";
    private static readonly Stmt SelectNumber = "SELECT Number FROM Account WHERE Id = @id";
    private static readonly Stmt SelectPerson = "SELECT ContactPersonId FROM PortalUser WHERE Id = @id";

    private static readonly string Parameters = JsonSerializer.Serialize(
        new ReportParameters { Number = "070-174 06 05", From = World.Today, To = World.Today }, JsonSerializerOptions.Web);

    private readonly Dictionary<(Place, Subject), string> _subjects = [];
    private readonly Dictionary<string, Visitor> _visitors = [];

    public Guid Root { get; private set; }

    public Guid Middle { get; private set; }

    public Guid Leaf { get; private set; }

    public Guid Sibling { get; private set; }

    /// <summary>The top of the other organisation.</summary>
    public Guid Other { get; private set; }

    public static async Task<MatrixWorld> MakeAsync(Portal portal, World world)
    {
        var made = new MatrixWorld(portal, world);
        var (own, other) = (await world.OrganisationAsync(), await world.OrganisationAsync($"{Canary} Bolag AB"));
        made.Root = own.RootId;
        made.Middle = await world.AccountAsync(own.RootId, "Mellan");
        made.Leaf = await world.AccountAsync(made.Middle, "Blad");
        made.Sibling = await world.AccountAsync(own.RootId, $"{Canary} Syskon");
        made.Other = other.RootId;
        await world.Db.ExecuteAsync(Rename, new { id = own.RootId, name = $"{Canary} Rotkonto" });
        var beside = await world.AccountAsync(made.Sibling, $"{Canary} Under syskon");
        await made.FillAsync(Place.Own, own.Id, made.Middle, "Åke Egen");
        await made.FillAsync(Place.Child, own.Id, made.Leaf, "Bo Barn");
        await made.FillAsync(Place.Parent, own.Id, own.RootId, $"{Canary} Rot");
        await made.FillAsync(Place.Sibling, own.Id, made.Sibling, $"{Canary} Syskon");
        await made.FillAsync(Place.OtherOrganisation, other.Id, other.RootId, $"{Canary} Annan");
        await made.FillAsync(Place.Hidden, own.Id, made.Middle, $"{Canary} Dold", hidden: true);
        (made._subjects[(Place.Nowhere, Subject.Account)], made._subjects[(Place.Nowhere, Subject.ContactPerson)]) = ("999999", $"999999:{Guid.CreateVersion7()}");
        foreach (var (place, account) in new[] { (Place.Own, made.Middle), (Place.Child, made.Leaf), (Place.Parent, own.RootId), (Place.Sibling, made.Sibling), (Place.OtherOrganisation, other.RootId), (Place.Hidden, beside) })
            await made.AccountSubjectsAsync(place, account);
        (made._subjects[(Place.Nowhere, Subject.Subscription)], made._subjects[(Place.Nowhere, Subject.Order)]) = (Guid.CreateVersion7().ToString(), "999999");
        (made._subjects[(Place.Nowhere, Subject.Ticket)], made._subjects[(Place.Nowhere, Subject.TicketFile)]) = ("999999", $"999999:{Guid.CreateVersion7()}");
        made._subjects[(Place.Nowhere, Subject.Invoice)] = "F999999";
        made._subjects[(Place.Nowhere, Subject.AuditEntry)] = Guid.CreateVersion7().ToString();
        made._subjects[(Place.Nowhere, Subject.Incident)] = Guid.CreateVersion7().ToString();
        made._subjects[(Place.Nowhere, Subject.User)] = Guid.CreateVersion7().ToString();
        made._subjects[(Place.Nowhere, Subject.SimCard)] = "8946999000000000017";
        return made;
    }

    /// <summary>Id or number; an export and a draft belong to their user, so they are made for the one who asks.</summary>
    public async Task<string> SubjectAsync(Subject subject, Place place, Visitor visitor)
    {
        if (subject == Subject.None) return "";
        if (subject is not (Subject.Export or Subject.Draft or Subject.BulkJob)) return _subjects[(place, subject)];
        if (place == Place.Nowhere) return Guid.CreateVersion7().ToString();
        var owner = place == Place.Own ? visitor.User! : (await VisitorAsync("everything", Root, World.AllRights)).User!;
        if (subject == Subject.BulkJob) return await MatrixBulk.JobAsync(world, owner, portal.Clock.GetUtcNow(), place == Place.Own ? "Eget" : Canary);
        return subject == Subject.Draft ? await DraftAsync(owner) : await ExportAsync(owner, place == Place.Own ? "egen.xlsx" : $"{Canary}.xlsx");
    }

    /// <summary>A user with a session, made at the first call.</summary>
    public async Task<Visitor> VisitorAsync(string name, Guid accountId, IReadOnlyList<Right> rights, bool isActive = true)
    {
        var key = $"{name} {accountId}";
        if (_visitors.TryGetValue(key, out var known)) return known;
        var user = await world.UserAsync(accountId, rights: rights, isActive: isActive);
        return _visitors[key] = await Visitor.WithSessionAsync(portal, world, user, name);
    }

    // Somebody logs in as the person, so that trying to remove it leaves the world as it was.
    private async Task AccountSubjectsAsync(Place place, Guid accountId)
    {
        var user = await world.UserAsync(accountId, place is Place.Own or Place.Child ? $"person-{place}" : $"{Canary}-{place}");
        var number = await world.Db.FirstOrDefaultAsync<string>(SelectNumber, new { id = accountId });
        _subjects[(place, Subject.Account)] = number!;
        _subjects[(place, Subject.User)] = (await world.UserAsync(accountId, place is Place.Own or Place.Child ? $"user-{place}" : $"{Canary}-user-{place}", rights: [])).Id.ToString();
        _subjects[(place, Subject.ContactPerson)] = $"{number}:{await world.Db.FirstOrDefaultAsync<Guid>(SelectPerson, new { id = user.Id })}";
    }

    private async Task FillAsync(Place place, Guid organisationId, Guid accountId, string userName, bool hidden = false)
    {
        var service = await world.SubscriptionAsync(accountId, userName, hidden: hidden, more: hidden || userName.StartsWith(Canary, StringComparison.Ordinal)
            ? [("CostCentre", Canary), ("EmployeeNumber", Canary), ("ExternalUserName", Canary)] : []);
        _subjects[(place, Subject.SimCard)] = await world.SimCardAsync(organisationId, service);
        await world.UsageAsync(service);
        await world.DeviceAsync(service, hidden || userName.StartsWith(Canary, StringComparison.Ordinal) ? Canary : "Fairphone 5");
        _subjects[(place, Subject.Subscription)] = service.ToString();
        _subjects[(place, Subject.Incident)] = (await world.IncidentAsync(userName, services: [service], updates: [userName], now: portal.Clock.GetUtcNow())).ToString();
        _subjects[(place, Subject.Order)] = await world.OrderAsync(accountId, service, OrderState.Delivered, at: portal.Clock.GetUtcNow(), more: [("OrderedBy", userName), ("Reason", userName)]);
        _subjects[(place, Subject.AuditEntry)] = hidden ? Guid.CreateVersion7().ToString() : await AuditEntryAsync(organisationId, accountId, userName);
        // A ticket stays the customer's own when its service is kept out of the portal: there is none that is hidden for that.
        _subjects[(place, Subject.Ticket)] = hidden ? "999998" : await world.TicketAsync(accountId, userName, subscriptionId: service, service: userName, createdBy: userName, text: userName);
        _subjects[(place, Subject.TicketFile)] = hidden ? $"999998:{Guid.CreateVersion7()}" : await TicketFileAsync(organisationId, accountId, _subjects[(place, Subject.Ticket)], userName);
        _subjects[(place, Subject.Invoice)] = await InvoiceAsync(place == Place.Hidden ? await world.AccountAsync(Sibling, $"{Canary} Under syskon") : accountId, service, userName);
    }

    // A service kept out of the portal is invoiced all the same; what is hidden of invoices lies elsewhere in the tree.
    private async Task<string> InvoiceAsync(Guid accountId, Guid service, string userName)
    {
        var invoice = await world.InvoiceAsync(accountId, reference: "12344", customerReference: userName, recipient: userName);
        await world.InvoiceLineAsync(invoice.Id, 1000, userName, service, userName);
        return invoice.Number;
    }

    private async Task<string> AuditEntryAsync(Guid organisationId, Guid accountId, string actor)
    {
        var id = Guid.CreateVersion7();
        await world.InsertAsync("AuditEntry", ("Id", id), ("At", portal.Clock.GetUtcNow()), ("OrganisationId", organisationId), ("AccountId", accountId), ("Actor", actor), ("Action", "LogOut"),
            ("Outcome", 1), ("AfterState", $"{{\"who\":\"{actor}\"}}"), ("Address", actor));
        return id.ToString();
    }

    private async Task<string> DraftAsync(UserIdentity owner)
    {
        var id = Guid.CreateVersion7();
        await world.InsertAsync("OrderDraft", ("Id", id), ("UserId", owner.Id), ("AccountId", owner.Reach.AccountId), ("ChangedAt", portal.Clock.GetUtcNow()), ("Version", 1));
        return id.ToString();
    }

    private async Task<string> TicketFileAsync(Guid organisationId, Guid accountId, string number, string name)
    {
        var colleague = await world.UserAsync(accountId, email: $"follows-{number}@example.com");
        await world.TicketFileAsync(organisationId, number, colleague.Id, name + ".txt");
        await using (var file = await portal.Services.GetRequiredService<IFileStore>().CreateAsync($"tickets/{colleague.Id:N}", CancellationToken.None))
        {
            await file.Stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(name));
            await file.CompleteAsync(CancellationToken.None);
        }

        return $"{number}:{colleague.Id}";
    }

    private async Task<string> ExportAsync(UserIdentity owner, string fileName)
    {
        var id = Guid.CreateVersion7();
        await world.InsertAsync("ReportExport", ("Id", id), ("OrganisationId", owner.Reach.OrganisationId), ("AccountId", owner.Reach.AccountId), ("UserId", owner.Id),
            ("Kind", "traffic"), ("Parameters", Parameters), ("Language", "sv"), ("State", 4), ("RowsDone", 0), ("FileName", fileName), ("CancelRequested", false),
            ("CreatedAt", portal.Clock.GetUtcNow()));
        return id.ToString();
    }
}
