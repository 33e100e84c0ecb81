using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Domain.Tickets;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Reports;

/// <summary>Ärenden and SLA.</summary>
public abstract class TicketReportTests(DatabaseEngine engine)
{
    private static readonly Stmt CountSupport = "SELECT COUNT(*) FROM Ticket WHERE OrganisationId = @id AND Type = 1 AND CreatedAt >= @start AND CreatedAt < @end";
    private static readonly Stmt CountAll = "SELECT COUNT(*) FROM Ticket WHERE OrganisationId = @id AND CreatedAt >= @start AND CreatedAt < @end";
    private static readonly Stmt CountKept = """
        SELECT COUNT(*) FROM Ticket WHERE OrganisationId = @id AND Type = 1 AND Priority = 4 AND AnsweredAt <= ResponseDueAt
        """;
    private static readonly DateTimeOffset FirstMoment = new(2026, 2, 28, 23, 0, 0, TimeSpan.Zero), AfterLast = new(2026, 3, 10, 23, 0, 0, TimeSpan.Zero);
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact, Covers("REP-10", "tickets of a period")]
    public async Task Every_ticket_of_the_period_has_a_row_the_newest_first()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var (world, (first, hidden, last)) = (scene.World, await FillPeriodAsync(scene));

        using var book = await scene.WriteAsync(Order("tickets"));

        var sheet = book.Worksheets.ShouldHaveSingleItem();
        (sheet.Cell(1, 1).GetString(), sheet.Cell(2, 1).GetString()).ShouldBe(("Ärenden", "Konto: Alla konton · Period: 2026-03-01 – 2026-03-10" + ExportScene.Taken));
        ExportScene.Rows(sheet).ShouldBe(
        [
            [last, "Fel belopp", "Faktura", "Väntar på kund", "", "Kommunen", "", "", "Karl Konto", "2026-03-10 23:59:59", "", "", "2026-03-10 23:59:59"],
            [hidden, "Dolt", "Support", "Nytt", "Normal", "Skolan", "", "", "Anna Åkesson", "2026-03-02 00:00:00", "", "", "2026-03-02 00:00:00"],
            [first, "=Ingen täckning", "Support", "Löst", "Hög", "Skolan", "Åsa Öberg", ExportScene.Phone, "Anna Åkesson", "2026-03-01 00:00:00", "2026-03-01 01:00:00", "2026-03-01 02:00:00", "2026-03-01 03:00:00"],
        ]);
        (await scene.World.Db.FirstOrDefaultAsync<long>(CountAll, new { id = scene.Organisation.Id, start = FirstMoment, end = AfterLast })).ShouldBe(3);
        (await scene.PreviewAsync(Preview("tickets"), "Ticket", await world.UserAsync(scene.SubAccount))).ShouldBe([hidden, first]);
        var alone = Preview("tickets") with { Account = await world.AccountNumberAsync(scene.Organisation.RootId), Below = false };
        (await scene.PreviewAsync(alone, "Ticket")).ShouldBe([last]);
    }

    [Fact, Covers("REP-6", "response and solution times of tickets against what is agreed for their priority; where no SLA is agreed it says so; kept, missed and late by priority, each ticket once")]
    public async Task Every_support_ticket_stands_against_what_was_agreed()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var numbers = await FillAsync(scene);

        using var book = await scene.WriteAsync(Order("sla"));

        book.Worksheets.Select(sheet => sheet.Name).ShouldBe(["Ärenden mot SLA", "Per prioritet"]);
        ExportScene.Rows(book.Worksheet(1)).ShouldBe(
        [
            [numbers[5], "Ångrat", "Låg", "Stängt", "Kommunen", "2026-03-10 09:30:00", "3600 s", "", "Ej aktuell, stängt innan det var klart", "", "900 s", "Ingen SLA avtalad"],
            [numbers[4], "Försenat", "Låg", "Nytt", "Kommunen", "2026-03-10 09:00:00", "3600 s", "7200 s", "Försenat, inte klart", "5400 s", "7200 s", "Försenat, inte klart"],
            [numbers[3], "Över helgen", "Hög", "Pågår", "Kommunen", "2026-03-06 16:30:00", "7200 s", "5400 s", "I tid", "", "", "Ingen SLA avtalad"],
            [numbers[2], "Utan avtal", "Normal", "Pågår", "Kommunen", "2026-03-04 09:00:00", "", "7200 s", "Ingen SLA avtalad", "", "", "Ingen SLA avtalad"],
            [numbers[1], "Sent svar", "Kritisk", "Väntar på kund", "Skolan", "2026-03-03 09:00:00", "3600 s", "5400 s", "För sent", "14400 s", "7200 s", "Väntar på er"],
            [numbers[0], "Allt i tid", "Kritisk", "Löst", "Skolan", "2026-03-02 09:00:00", "3600 s", "1800 s", "I tid", "14400 s", "10800 s", "I tid"],
        ]);
        ExportScene.Rows(book.Worksheet(2)).ShouldBe(
        [
            ["Kritisk", "2", "1", "1", "0", "0", "0", "1", "0", "0", "1", "0"],
            ["Hög", "1", "1", "0", "0", "0", "0", "0", "0", "0", "0", "1"],
            ["Normal", "1", "0", "0", "0", "0", "1", "0", "0", "0", "0", "1"],
            ["Låg", "2", "0", "0", "1", "0", "1", "0", "0", "1", "0", "1"],
            ["Summa", "6", "2", "1", "1", "0", "2", "1", "0", "1", "1", "3"],
        ]);
        (await scene.World.Db.FirstOrDefaultAsync<long>(CountSupport, new { id = scene.Organisation.Id, start = FirstMoment, end = AfterLast })).ShouldBe(6);
        (await scene.World.Db.FirstOrDefaultAsync<long>(CountKept, new { id = scene.Organisation.Id })).ShouldBe(1);
    }

    [Fact]
    public async Task Kept_and_missed_are_of_the_reach()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await FillAsync(scene);
        (await scene.PreviewAsync(Preview("sla"), "Tickets", await scene.World.UserAsync(scene.SubAccount), sheet: 1)).ShouldBe([2L]);
        (await scene.PreviewAsync(Preview("sla") with { Account = await scene.World.AccountNumberAsync(scene.SubAccount) }, "Priority", sheet: 1)).ShouldBe(["Kritisk"]);
    }

    [Theory]
    [InlineData("tickets")]
    [InlineData("sla")]
    public async Task Rights_are_those_of_tickets(string kind)
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var scope = scene.As(await scene.World.UserAsync(scene.Organisation.RootId, rights: [Right.RunReports, Right.ViewSubscriptions, Right.ViewInvoices, Right.PlaceOrders]));
        await Should.ThrowAsync<ForbiddenException>(scope.SendAsync(Preview(kind)));
        await Should.ThrowAsync<ForbiddenException>(scope.SendAsync(Order(kind) with { RequestId = Guid.CreateVersion7() }));
    }

    private static GenerateReport Order(string kind) => new() { Kind = kind, From = new(2026, 3, 1), To = new(2026, 3, 10) };

    private static PreviewReport Preview(string kind) => new() { Kind = kind, From = new(2026, 3, 1), To = new(2026, 3, 10) };

    /// <returns>Numbers of the tickets of the first and of the last moment of the period, and of one of a hidden service.</returns>
    internal static async Task<(string First, string Hidden, string Last)> FillPeriodAsync(ExportScene scene)
    {
        var world = scene.World;
        var first = await world.TicketAsync(scene.SubAccount, "=Ingen täckning", state: TicketState.Solved, subscriptionId: scene.Service, service: "Åsa Öberg", priority: TicketPriority.High, updatedAt: FirstMoment,
            more: [("ServiceNumber", ExportScene.Phone), ("AnsweredAt", FirstMoment.AddHours(1)), ("SolvedAt", FirstMoment.AddHours(2)), ("UpdatedAt", FirstMoment.AddHours(3))]);
        var last = await world.TicketAsync(scene.Organisation.RootId, "Fel belopp", TicketType.Invoice, TicketState.WaitingForCustomer, updatedAt: AfterLast.AddSeconds(-1), createdBy: "Karl Konto");
        var hidden = await world.TicketAsync(scene.SubAccount, "Dolt", subscriptionId: await world.SubscriptionAsync(scene.SubAccount, "Dold", hidden: true), service: "Dold", updatedAt: FirstMoment.AddDays(1), more: ("ServiceNumber", "+46701740666"));
        await world.TicketAsync(scene.Organisation.RootId, updatedAt: FirstMoment.AddSeconds(-1));
        await world.TicketAsync(scene.Organisation.RootId, updatedAt: AfterLast);
        await world.TicketAsync((await world.OrganisationAsync("Bolaget")).RootId, updatedAt: FirstMoment);
        return (first, hidden, last);
    }

    /// <summary>It is Tuesday 10 March, 11:00 in Stockholm. Times are UTC, an hour behind it.</summary>
    internal static async Task<IReadOnlyList<string>> FillAsync(ExportScene scene)
    {
        var (world, root) = (scene.World, scene.Organisation.RootId);
        static DateTimeOffset At(int day, int hour, int minute = 0) => new(2026, 3, day, hour, minute, 0, TimeSpan.Zero);
        (string, object?)[] hourAndFour = [("SlaHours", "always"), ("SlaResponseMinutes", 60), ("SlaSolutionMinutes", 240)];
        List<string> made =
        [
            await world.TicketAsync(scene.SubAccount, "Allt i tid", state: TicketState.Solved, priority: TicketPriority.Critical, updatedAt: At(2, 8), more:
                [.. hourAndFour, ("ResponseDueAt", At(2, 9)), ("SolutionDueAt", At(2, 12)), ("AnsweredAt", At(2, 8, 30)), ("SolvedAt", At(2, 11)), ("SlaStoppedAt", At(2, 11))]),
            await world.TicketAsync(scene.SubAccount, "Sent svar", state: TicketState.WaitingForCustomer, priority: TicketPriority.Critical, updatedAt: At(3, 8), more:
                [.. hourAndFour, ("ResponseDueAt", At(3, 9)), ("SolutionDueAt", At(3, 12)), ("AnsweredAt", At(3, 9, 30)), ("SlaStoppedAt", At(3, 10))]),
            await world.TicketAsync(root, "Utan avtal", state: TicketState.InProgress, updatedAt: At(4, 8), more: ("AnsweredAt", At(4, 10))),
            // On a Friday at 16:30: half an hour is left of the day, the rest of the two is of Monday.
            await world.TicketAsync(root, "Över helgen", state: TicketState.InProgress, priority: TicketPriority.High, updatedAt: At(6, 15, 30), more:
                [("SlaHours", "mon-fri 08:00-17:00"), ("SlaResponseMinutes", 120), ("ResponseDueAt", At(9, 8, 30)), ("AnsweredAt", At(9, 8))]),
            await world.TicketAsync(root, "Försenat", priority: TicketPriority.Low, updatedAt: At(10, 8), more:
                [("SlaHours", "always"), ("SlaResponseMinutes", 60), ("SlaSolutionMinutes", 90), ("ResponseDueAt", At(10, 9)), ("SolutionDueAt", At(10, 9, 30))]),
            await world.TicketAsync(root, "Ångrat", state: TicketState.Closed, priority: TicketPriority.Low, updatedAt: At(10, 8, 30), more:
                [("SlaHours", "always"), ("SlaResponseMinutes", 60), ("ResponseDueAt", At(10, 9, 30)), ("SolvedAt", At(10, 8, 45)), ("EndedAt", At(10, 8, 45)), ("SlaStoppedAt", At(10, 8, 45))]),
        ];
        await world.TicketAsync(root, "Ingen support", TicketType.Order, updatedAt: At(5, 8));
        await world.TicketAsync((await world.OrganisationAsync("Bolaget")).RootId, updatedAt: At(5, 8));
        return made;
    }
}

public sealed class TicketReportsOnSqlite() : TicketReportTests(DatabaseEngine.Sqlite);

public sealed class TicketReportsOnSqlServer() : TicketReportTests(DatabaseEngine.SqlServer);
