using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Reports;

/// <summary>Översikt abonnemang and Historik avslutade tjänster.</summary>
public abstract class ServiceReportTests(DatabaseEngine engine)
{
    private static readonly Stmt SumPrices = "SELECT SUM(MonthlyPrice) FROM Subscription WHERE IsHidden = 0 AND Status <> 5 AND OrganisationId = @id";
    private static readonly Stmt SumEnded = "SELECT SUM(MonthlyPrice) FROM Subscription WHERE IsHidden = 0 AND Status = 5 AND EndsOn >= '2026-01-01' AND EndsOn <= '2026-03-10' AND OrganisationId = @id";
    private static readonly Stmt Complete = "UPDATE Subscription SET CostCentre = '0471', EmployeeNumber = '85202', ExternalUserName = 'asa@skolan', DataPackageId = @package, PriceListId = @list WHERE Id = @id";
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact, Covers("REP-5", "all services")]
    public async Task Every_service_has_a_row_and_every_product_a_number()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var icc = await FillAsync(scene);

        using var book = await scene.WriteAsync(new() { Kind = "services" });

        book.Worksheets.Select(sheet => sheet.Name).ShouldBe(["Tjänster", "Antal per tjänst"]);
        (book.Worksheet(1).Cell(1, 1).GetString(), book.Worksheet(1).Cell(2, 1).GetString()).ShouldBe(("Översikt abonnemang", "Konto: Alla konton" + ExportScene.Taken));
        ExportScene.Rows(book.Worksheet(1)).ShouldBe(
        [
            ["Beställd", "Cia", "+46701740602", "", "Produkt Mobile", "Mobiltelefoni", "Kommunen", "99", "", "", "", "", "", "", "", "2026-04-01", "", ""],
            ["Avslutas", "Kontoret", "", "", "Fiber 100", "Bredband", "Kommunen", "499.5", "", "", "", "", "", "", "Storgatan 1, 411 01 Göteborg – Hamngatan 2, 411 14 Göteborg", "2025-03-10", "2026-12-31", "2026-06-30"],
            ["Avslutad", "Bo", "+46701740601", "+46317001020", "Produkt PbxUser", "Mobil växelanvändare", "Skolan", "", "", "", "", "", "", "", "", "2025-03-10", "", "2026-01-01"],
            ["Aktiv", "Åsa Öberg", ExportScene.Phone, "", "Produkt Mobile", "Mobiltelefoni", "Skolan", "199", "0471", "85202", "asa@skolan", "10 GB", "Fri Sverige", icc, "", "2025-03-10", "", ""],
            ["Summa", "", "", "", "", "", "", "797.5", "", "", "", "", "", "", "", "", "", ""],
        ]);
        ExportScene.Rows(book.Worksheet(2)).ShouldBe(
        [
            ["Fiber 100", "Bredband", "1", "0", "0", "499.5"],
            ["Produkt Mobile", "Mobiltelefoni", "1", "1", "0", "298"],
            ["Produkt PbxUser", "Mobil växelanvändare", "0", "0", "1", "0"],
            ["Summa", "", "2", "1", "1", "797.5"],
        ]);
        (await scene.World.Db.FirstOrDefaultAsync<long>(SumPrices, new { id = scene.Organisation.Id })).ShouldBe(Money.FromKronor(797.5m).TenThousandths);
    }

    [Fact]
    public async Task The_overview_is_of_the_reach_and_of_the_account_that_is_asked_for()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await FillAsync(scene);
        var query = new PreviewReport { Kind = "services", Account = await scene.World.AccountNumberAsync(scene.Organisation.RootId) };

        (await scene.PreviewAsync(query with { Below = false }, "UserName")).ShouldBe(["Cia", "Kontoret"]);
        (await scene.PreviewAsync(query, "UserName")).ShouldBe(["Cia", "Kontoret", "Bo", "Åsa Öberg"]);
        var teacher = await scene.World.UserAsync(scene.SubAccount);
        (await scene.PreviewAsync(new() { Kind = "services" }, "UserName", teacher)).ShouldBe(["Bo", "Åsa Öberg"]);
        (await scene.PreviewAsync(new() { Kind = "services" }, "Product", teacher, sheet: 1)).ShouldBe(["Produkt Mobile", "Produkt PbxUser"]);
        (await Should.ThrowAsync<InvalidInputException>(scene.As(teacher).SendAsync(query))).Problems.Single().ShouldBe(new("Account", "AccountUnknown"));
    }

    [Fact, Covers("REP-4", "services that ended in the period")]
    public async Task What_ended_in_the_period_has_a_row_the_latest_first()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await FillAsync(scene);
        await scene.World.SubscriptionAsync(scene.Organisation.RootId, "Dag", status: SubscriptionStatus.Terminated, phone: "+46701740603",
            more: [("CostCentre", "4711"), ("EmployeeNumber", "17"), ("CommittedUntil", new DateOnly(2026, 3, 9)), ("EndsOn", new DateOnly(2026, 3, 10))]);
        await scene.World.SubscriptionAsync(scene.Organisation.RootId, "Eva", status: SubscriptionStatus.Terminated, more: ("EndsOn", new DateOnly(2025, 12, 31)));

        using var book = await scene.WriteAsync(new() { Kind = "ended-services", From = new(2026, 1, 1), To = new(2026, 3, 10) });

        var sheet = book.Worksheets.ShouldHaveSingleItem();
        (sheet.Cell(1, 1).GetString(), sheet.Cell(2, 1).GetString()).ShouldBe(("Historik avslutade tjänster", "Konto: Alla konton · Period: 2026-01-01 – 2026-03-10" + ExportScene.Taken));
        ExportScene.Rows(sheet).ShouldBe(
        [
            ["2026-03-10", "Dag", "+46701740603", "Produkt Mobile", "Mobiltelefoni", "Kommunen", "4711", "17", "2025-03-10", "2026-03-09", "199"],
            ["2026-01-01", "Bo", "+46701740601", "Produkt PbxUser", "Mobil växelanvändare", "Skolan", "", "", "2025-03-10", "", "249"],
            ["Summa", "", "", "", "", "", "", "", "", "", "448"],
        ], "neither what ended on the day before, nor what has not ended yet, nor what is hidden");
        (await scene.World.Db.FirstOrDefaultAsync<long>(SumEnded, new { id = scene.Organisation.Id })).ShouldBe(Money.FromKronor(448).TenThousandths);
        (await scene.PreviewAsync(new() { Kind = "ended-services" }, "UserName", await scene.World.UserAsync(scene.SubAccount))).ShouldBe(["Bo"]);
    }

    [Theory]
    [InlineData("services")]
    [InlineData("ended-services")]
    public async Task Rights_are_those_of_services(string kind)
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var scope = scene.As(await scene.World.UserAsync(scene.Organisation.RootId, rights: [Right.RunReports, Right.ViewInvoices, Right.ManageTickets, Right.PlaceOrders]));
        await Should.ThrowAsync<ForbiddenException>(scope.SendAsync(new PreviewReport { Kind = kind }));
        await Should.ThrowAsync<ForbiddenException>(scope.SendAsync(new GenerateReport { Kind = kind, RequestId = Guid.CreateVersion7() }));
    }

    /// <returns>The number of Åsa's card.</returns>
    internal static async Task<string> FillAsync(ExportScene scene)
    {
        var (world, root) = (scene.World, scene.Organisation.RootId);
        await world.Db.ExecuteAsync(Complete, new { id = scene.Service, package = await world.DataPackageAsync(), list = await world.PriceListAsync() });
        var icc = await world.SimCardAsync(scene.Organisation.Id, scene.Service);
        await world.SimCardAsync(scene.Organisation.Id, scene.Service, SimCardState.Reserved, "89469900000000999995");
        await world.SubscriptionAsync(root, "Cia", status: SubscriptionStatus.Ordered, phone: "+46701740602", more: [("MonthlyPrice", 990_000L), ("StartsOn", new DateOnly(2026, 4, 1))]);
        await world.SubscriptionAsync(root, "Kontoret", SubscriptionKind.Broadband, SubscriptionStatus.Terminating, productId: await world.ProductAsync(SubscriptionKind.Broadband, "Fiber 100"),
            more: [("PhoneNumber", null), ("MonthlyPrice", 4_995_000L), ("InstallationStreet", "Storgatan 1"), ("InstallationPostalCode", "411 01"), ("InstallationCity", "Göteborg"), ("OtherEndStreet", "Hamngatan 2"), ("OtherEndPostalCode", "411 14"), ("OtherEndCity", "Göteborg"),
                ("CommittedUntil", new DateOnly(2026, 12, 31)), ("EndsOn", new DateOnly(2026, 6, 30))]);
        await world.SubscriptionAsync(scene.SubAccount, "Bo", SubscriptionKind.PbxUser, SubscriptionStatus.Terminated, "+46701740601",
            more: [("FixedNumber", "+46317001020"), ("MonthlyPrice", 2_490_000L), ("EndsOn", new DateOnly(2026, 1, 1))]);
        await world.SubscriptionAsync(scene.SubAccount, "Dold", status: SubscriptionStatus.Terminated, hidden: true, more: ("EndsOn", new DateOnly(2026, 2, 1)));
        await world.SubscriptionAsync((await world.OrganisationAsync("Bolaget")).RootId, "Främling", status: SubscriptionStatus.Terminated, more: ("EndsOn", new DateOnly(2026, 2, 1)));
        return icc;
    }
}

public sealed class ServiceReportsOnSqlite() : ServiceReportTests(DatabaseEngine.Sqlite);

public sealed class ServiceReportsOnSqlServer() : ServiceReportTests(DatabaseEngine.SqlServer);
