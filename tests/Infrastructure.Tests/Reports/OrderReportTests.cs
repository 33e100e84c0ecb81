using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Reports;

/// <summary>Översikt beställningar.</summary>
public abstract class OrderReportTests(DatabaseEngine engine)
{
    private static readonly Stmt Price = "UPDATE OrderLine SET OneTimePrice = @once, MonthlyPrice = @monthly, ProductId = @product WHERE OrderId = (SELECT Id FROM CustomerOrder WHERE Number = @number)";
    private static readonly Stmt SumOnce = """
        SELECT SUM(l.OneTimePrice) FROM OrderLine l JOIN CustomerOrder o ON o.Id = l.OrderId
        WHERE o.OrganisationId = @id AND o.IsHidden = 0 AND o.OrderedAt >= @start AND o.OrderedAt < @end
        """;
    private static readonly DateTimeOffset FirstMoment = new(2026, 2, 28, 23, 0, 0, TimeSpan.Zero), AfterLast = new(2026, 3, 9, 23, 0, 0, TimeSpan.Zero);
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact, Covers("REP-9", "orders of a period")]
    public async Task Every_order_of_the_period_has_a_row_the_newest_first()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var (first, last) = await FillAsync(scene);

        using var book = await scene.WriteAsync(new() { Kind = "orders", From = new(2026, 3, 1), To = new(2026, 3, 9) });

        var sheet = book.Worksheets.ShouldHaveSingleItem();
        (sheet.Cell(1, 1).GetString(), sheet.Cell(2, 1).GetString()).ShouldBe(("Översikt beställningar", "Konto: Alla konton · Period: 2026-03-01 – 2026-03-09" + ExportScene.Taken));
        ExportScene.Rows(sheet).ShouldBe(
        [
            [last, "Ny tjänst", "Behandlas", "", "Mobil Bas", "Kommunen", "2026-03-09 23:59:59", "Anna Åkesson", "2026-03-20", "", "495.5", "199"],
            [first, "Nytt SIM-kort", "Levererad", "Åsa Öberg", "070-174 06 05", "Skolan", "2026-03-01 00:00:00", "Anna Åkesson", "", "2026-03-01 02:00:00", "49", "0"],
            ["Summa", "", "", "", "", "", "", "", "", "", "544.5", ""],
        ]);
        (await scene.World.Db.FirstOrDefaultAsync<long>(SumOnce, new { id = scene.Organisation.Id, start = FirstMoment, end = AfterLast })).ShouldBe(Money.FromKronor(544.5m).TenThousandths);
    }

    [Fact]
    public async Task A_service_without_a_number_is_called_by_what_it_is_and_a_new_one_by_what_was_ordered()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var (world, root) = (scene.World, scene.Organisation.RootId);
        var line = await world.SubscriptionAsync(root, "Kontoret", productId: await world.ProductAsync(name: "Fiber 100"), more: ("PhoneNumber", null));
        await world.OrderAsync(root, line, OrderState.Delivered, at: FirstMoment);
        var made = await world.OrderAsync(root, scene.Service, OrderState.Delivered, OrderType.NewSubscription, at: FirstMoment.AddHours(1));
        await world.Db.ExecuteAsync(Price, new { number = made, once = 0L, monthly = 0L, product = (Guid?)await world.ProductAsync(name: "Mobil Bas") });
        (await scene.PreviewAsync(new() { Kind = "orders", From = new(2026, 3, 1), To = new(2026, 3, 9) }, "Service")).ShouldBe(["Mobil Bas", "Fiber 100"]);
    }

    [Fact]
    public async Task Orders_are_those_of_the_reach_and_of_the_account_that_is_asked_for()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var (first, last) = await FillAsync(scene);
        var query = new PreviewReport { Kind = "orders", From = new(2026, 3, 1), To = new(2026, 3, 9), Account = await scene.World.AccountNumberAsync(scene.Organisation.RootId) };

        (await scene.PreviewAsync(query, "Order")).ShouldBe([last, first]);
        (await scene.PreviewAsync(query with { Below = false }, "Order")).ShouldBe([last]);
        (await scene.PreviewAsync(query with { Account = null }, "Order", await scene.World.UserAsync(scene.SubAccount))).ShouldBe([first]);
    }

    [Fact]
    public async Task Rights_are_those_of_orders()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var scope = scene.As(await scene.World.UserAsync(scene.Organisation.RootId, rights: [Right.RunReports, Right.ViewSubscriptions, Right.ViewInvoices, Right.ManageTickets]));
        await Should.ThrowAsync<ForbiddenException>(scope.SendAsync(new PreviewReport { Kind = "orders" }));
        await Should.ThrowAsync<ForbiddenException>(scope.SendAsync(new GenerateReport { Kind = "orders", RequestId = Guid.CreateVersion7() }));
    }

    /// <returns>Numbers of the orders of the first and of the last moment of the period.</returns>
    internal static async Task<(string First, string Last)> FillAsync(ExportScene scene)
    {
        var (world, root) = (scene.World, scene.Organisation.RootId);
        var first = await world.OrderAsync(scene.SubAccount, scene.Service, OrderState.Delivered, at: FirstMoment);
        await world.Db.ExecuteAsync(Price, new { number = first, once = 490_000L, monthly = 0L, product = (Guid?)null });
        var last = await world.OrderAsync(root, null, OrderState.Processing, OrderType.NewSubscription, at: AfterLast.AddSeconds(-1), more: ("ExpectedOn", new DateOnly(2026, 3, 20)));
        await world.Db.ExecuteAsync(Price, new { number = last, once = 4_955_000L, monthly = 1_990_000L, product = (Guid?)await world.ProductAsync(name: "Mobil Bas") });
        // Before, after, of a hidden service, and of another organisation.
        await world.OrderAsync(root, null, at: FirstMoment.AddSeconds(-1));
        await world.OrderAsync(root, null, at: AfterLast);
        await world.OrderAsync(root, await world.SubscriptionAsync(root, "Dold", hidden: true), at: FirstMoment);
        await world.OrderAsync((await world.OrganisationAsync("Bolaget")).RootId, null, at: FirstMoment);
        return (first, last);
    }
}

public sealed class OrderReportOnSqlite() : OrderReportTests(DatabaseEngine.Sqlite);

public sealed class OrderReportOnSqlServer() : OrderReportTests(DatabaseEngine.SqlServer);
