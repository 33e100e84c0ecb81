using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Reports;

/// <summary>Specifikation faktura and Krediterade tjänster.</summary>
public abstract class InvoiceReportTests(DatabaseEngine engine)
{
    private static readonly Stmt SumLines = "SELECT SUM(l.Amount) FROM InvoiceLine l JOIN Invoice i ON i.Id = l.InvoiceId WHERE i.OrganisationId = @id AND i.InvoicedOn >= '2026-03-01' AND i.IsCreditNote = @credits";
    private static readonly Stmt Move = "UPDATE Subscription SET AccountId = @accountId WHERE Id = @id";
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact, Covers("REP-1", "invoice lines of the organisation; cost per service and per user name, dearest first")]
    public async Task Every_line_has_a_row_and_what_services_and_users_cost_stands_dearest_first()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await FillAsync(scene);

        using var book = await scene.WriteAsync(new() { Kind = "invoice", From = new(2026, 3, 1), To = new(2026, 3, 10) });

        book.Worksheets.Select(sheet => sheet.Name).ShouldBe(["Fakturarader", "Kostnad per tjänst", "Kostnad per användarnamn"]);
        book.Worksheets.ShouldAllBe(sheet => sheet.Cell(1, 1).GetString() == "Specifikation faktura" && sheet.Cell(2, 1).GetString() == "Konto: Alla konton · Period: 2026-03-01 – 2026-03-10" + ExportScene.Taken);
        ExportScene.Rows(book.Worksheet(1)).ShouldBe(
        [
            Line("2026-03-01", "F-1", "Kommunen", "", "", "", "Fakturaavgift", "50"),
            Line("2026-03-01", "F-1", "Kommunen", "+46701740601", "Bo", "", "Månadsavgift", "300"),
            Line("2026-03-01", "F-1", "Kommunen", ExportScene.Phone, "Åsa Öberg", "0471", "Månadsavgift", "199"),
            Line("2026-03-02", "F-2", "Skolan", "", "", "", "Övrigt på fakturan", "30"),
            Line("2026-03-02", "F-2", "Skolan", ExportScene.Phone, "Åsa Öberg", "0471", "Samtal", "112.4567"),
            Line("2026-03-03", "K-1", "Skolan", ExportScene.Phone, "Åsa Öberg", "0471", "Kreditering", "-20"),
            ["Summa", "", "", "", "", "", "", "", "", "", "", "", "671.4567", ""],
        ]);
        ExportScene.Rows(book.Worksheet(2)).ShouldBe(
        [
            ["+46701740601", "Bo", "", "1", "300"],
            [ExportScene.Phone, "Åsa Öberg", "0471", "3", "291.4567"],
            ["", "Övrigt, utan användarnamn", "", "2", "80"],
            ["Summa", "", "", "6", "671.4567"],
        ]);
        ExportScene.Rows(book.Worksheet(3)).ShouldBe(
        [
            ["Bo", "1", "1", "300"],
            ["Åsa Öberg", "1", "3", "291.4567"],
            ["Övrigt, utan användarnamn", "0", "2", "80"],
            ["Summa", "2", "6", "671.4567"],
        ]);
        var (invoiced, credited) = (await SumAsync(scene, credits: false), await SumAsync(scene, credits: true));
        (invoiced + credited).ShouldBe(Money.FromKronor(671.4567m).TenThousandths);
    }

    [Fact, Covers("REP-1", "of one account, or of one invoice")]
    public async Task Lines_are_those_of_one_account_or_of_one_invoice()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await FillAsync(scene);
        var (root, sub) = (await scene.World.AccountNumberAsync(scene.Organisation.RootId), await scene.World.AccountNumberAsync(scene.SubAccount));
        var march = new PreviewReport { Kind = "invoice", From = new(2026, 3, 1), To = new(2026, 3, 10) };

        (await scene.PreviewAsync(march with { Account = root, Below = false }, "Invoice")).Distinct().ShouldBe(["F-1"]);
        (await scene.PreviewAsync(march with { Account = root }, "Invoice")).Distinct().ShouldBe(["F-1", "F-2", "K-1"]);
        (await scene.PreviewAsync(march with { Account = sub }, "LineAmount")).ShouldBe([Money.FromKronor(30), Money.FromKronor(112.4567m), Money.FromKronor(-20)]);
        (await scene.PreviewAsync(march with { Invoice = "F-0" }, "Invoice")).ShouldBe(["F-0"], "an invoice is whole, whatever the period");
        (await scene.PreviewAsync(march with { Invoice = "F-2", Account = sub }, "Invoice")).ShouldBe(["F-2", "F-2"]);
        (await scene.PreviewAsync(march with { Invoice = "F-2", Account = root, Below = false }, "Invoice")).ShouldBeEmpty();
        (await scene.PreviewAsync(new() { Kind = "invoice" }, "Invoice")).Distinct().ShouldBe(["F-1", "F-2", "K-1"], "from the first of February on");
        using var book = await scene.WriteAsync(new() { Kind = "invoice", Invoice = "F-2" });
        book.Worksheet(1).Cell(2, 1).GetString().ShouldBe("Faktura: F-2 · Konto: Alla konton" + ExportScene.Taken);
    }

    /// <summary>The service has moved out of the reach: the invoice tells its name of that day, and nothing of now.</summary>
    [Fact]
    public async Task An_invoice_belongs_to_the_account_of_its_day()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await FillAsync(scene);
        await scene.World.Db.ExecuteAsync(Move, new { id = scene.Service, accountId = await scene.World.AccountAsync(scene.Organisation.RootId, "Vården") });
        var teacher = await scene.World.UserAsync(scene.SubAccount);

        (await scene.PreviewAsync(new() { Kind = "invoice" }, "UserName", teacher)).ShouldBe([null, "Åsa Öberg", "Åsa Öberg"]);
        (await scene.PreviewAsync(new() { Kind = "invoice" }, "CostCentre", teacher)).ShouldBe([null, null, null]);
        (await scene.PreviewAsync(new() { Kind = "credited" }, "Credits", teacher)).ShouldBe([null], "the credited invoice is not of the reach");
        foreach (var number in new[] { "F-1", "F-9", "none" })
            (await Should.ThrowAsync<InvalidInputException>(scene.As(teacher).SendAsync(new PreviewReport { Kind = "invoice", Invoice = number }))).Problems.Single().ShouldBe(new("Invoice", "ReportInvoiceUnknown"));
    }

    [Fact, Covers("REP-2", "what was credited in the period")]
    public async Task The_lines_of_credit_notes_stand_with_what_was_given_back()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await FillAsync(scene);

        using var book = await scene.WriteAsync(new() { Kind = "credited", From = new(2026, 3, 1), To = new(2026, 3, 3) });

        var sheet = book.Worksheets.ShouldHaveSingleItem();
        (sheet.Cell(1, 1).GetString(), sheet.Cell(2, 1).GetString()).ShouldBe(("Krediterade tjänster", "Konto: Alla konton · Period: 2026-03-01 – 2026-03-03" + ExportScene.Taken));
        ExportScene.Rows(sheet).ShouldBe(
        [
            ["2026-03-03", "K-1", "F-1", "Skolan", ExportScene.Phone, "Åsa Öberg", "0471", "Kreditering", "2026-03-01", "2026-03-31", "20"],
            ["Summa", "", "", "", "", "", "", "", "", "", "20"],
        ]);
        (await SumAsync(scene, credits: true)).ShouldBe(-Money.FromKronor(20).TenThousandths);
        (await scene.PreviewAsync(new() { Kind = "credited" }, "CreditNote")).ShouldBe(["K-1"], "from the first of January on");
        (await scene.PreviewAsync(new() { Kind = "credited", From = new(2025, 1, 1) }, "CreditNote")).ShouldBe(["K-1", "K-0"]);
        (await scene.PreviewAsync(new() { Kind = "credited", From = new(2026, 3, 4) }, "CreditNote")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("invoice")]
    [InlineData("credited")]
    public async Task Rights_are_those_of_invoices_and_cost_centres_those_of_services(string kind)
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await FillAsync(scene);
        var scope = scene.As(await scene.World.UserAsync(scene.Organisation.RootId, rights: [Right.RunReports, Right.ViewSubscriptions, Right.ManageTickets, Right.PlaceOrders]));
        await Should.ThrowAsync<ForbiddenException>(scope.SendAsync(new PreviewReport { Kind = kind }));
        await Should.ThrowAsync<ForbiddenException>(scope.SendAsync(new GenerateReport { Kind = kind, RequestId = Guid.CreateVersion7() }));
        var accountant = await scene.World.UserAsync(scene.Organisation.RootId, rights: [Right.RunReports, Right.ViewInvoices]);
        (await scene.PreviewAsync(new() { Kind = kind }, "CostCentre", accountant)).Distinct().ShouldBe([null]);
    }

    private static string[] Line(string date, string invoice, string account, string number, string name, string costCentre, string text, string amount) =>
        [date, invoice, account, number, name, costCentre, text, "2026-03-01", "2026-03-31", "1", "mån", amount, amount, "25"];

    private static Task<long> SumAsync(ExportScene scene, bool credits) => scene.World.Db.FirstOrDefaultAsync<long>(SumLines, new { id = scene.Organisation.Id, credits });

    internal static async Task FillAsync(ExportScene scene)
    {
        var (world, root) = (scene.World, scene.Organisation.RootId);
        await scene.As().SendAsync(new Application.Subscriptions.EditSubscriptionReferences(scene.Service, null, "0471", null));
        var (bo, hidden) = (await world.SubscriptionAsync(root, "Bo", phone: "+46701740601"), await world.SubscriptionAsync(scene.SubAccount, "Dold", hidden: true));
        var before = await world.InvoiceAsync(root, 10, "F-0", new(2026, 1, 31));
        await world.InvoiceLineAsync(before.Id, 10);
        var first = await world.InvoiceAsync(root, 549, "F-1", new(2026, 3, 1));
        await world.InvoiceLineAsync(first.Id, 199, subscriptionId: scene.Service, userName: "Åsa Öberg", phone: ExportScene.Phone);
        await world.InvoiceLineAsync(first.Id, 300, subscriptionId: bo, userName: "Bo", phone: "+46701740601");
        await world.InvoiceLineAsync(first.Id, 50, "Fakturaavgift");
        var second = await world.InvoiceAsync(scene.SubAccount, 142.4567m, "F-2", new(2026, 3, 2));
        await world.InvoiceLineAsync(second.Id, 112.4567m, "Samtal", scene.Service, "Åsa Öberg", ExportScene.Phone);
        await world.InvoiceLineAsync(second.Id, 30, "Dold", hidden, "Dold", "+46701740666");
        var note = await world.InvoiceAsync(scene.SubAccount, -20, "K-1", new(2026, 3, 3), credits: first.Id);
        await world.InvoiceLineAsync(note.Id, -20, "Kreditering", scene.Service, "Åsa Öberg", ExportScene.Phone);
        await world.InvoiceLineAsync((await world.InvoiceAsync(root, -5, "K-0", new(2025, 12, 31), credits: before.Id)).Id, -5);
        await world.InvoiceLineAsync((await world.InvoiceAsync((await world.OrganisationAsync("Bolaget")).RootId, 500, "F-9", new(2026, 3, 1))).Id, 500);
    }
}

public sealed class InvoiceReportsOnSqlite() : InvoiceReportTests(DatabaseEngine.Sqlite);

public sealed class InvoiceReportsOnSqlServer() : InvoiceReportTests(DatabaseEngine.SqlServer);
