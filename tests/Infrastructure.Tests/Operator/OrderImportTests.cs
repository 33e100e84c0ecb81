using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Domain.Orders;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Operator;

public abstract class OrderImportTests(DatabaseEngine engine)
{
    private const string Head = "id;organisation;number;account;subscription;type;state;orderedBy;orderedAt;endedAt;reason\n";
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact]
    [Covers("ORD-1", "orders that did not come from the portal are loaded")]
    public async Task A_loaded_order_is_seen_with_what_was_ordered_and_its_states()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        var order = await OrderAsync(world, "B-1002");
        (order.State, order.Service, order.Reason).ShouldBe((OrderState.Rejected, null, "Adressen har inget fibernät."));
        ((LoadedDetail)order.Lines.ShouldHaveSingleItem().Detail).Description.ShouldBe("Fiber 1000 till lagret i Ås");
        (order.Lines[0].MonthlyPrice.Kronor, order.Lines[0].OneTimePrice.Kronor).ShouldBe((795m, 1990m));
        order.Steps.Select(step => step.State).ShouldBe([OrderState.Received, OrderState.Rejected]);
        (await world.AskAsync<string>("SELECT ServiceName FROM CustomerOrder WHERE Number = 'B-1002'")).ShouldBe("Fiber 1000 till lagret i Ås");
        (await world.AskAsync<string>("SELECT ServiceName FROM CustomerOrder WHERE Number = 'B-1003'")).ShouldBe("Vera Wallin");
    }

    [Fact]
    public async Task Loading_it_again_moves_it_once()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        const string delivered = Head + "OR3;O1;B-1003;A4;S3;simReplacement;delivered;Märta Öberg;2026-03-09T16:20;2026-03-12T08:00;\n";
        (await world.LoadAsync(("orders.csv", delivered))).Files[0].Changed.ShouldBe(1);
        (await world.LoadAsync(("orders.csv", delivered))).Files[0].Unchanged.ShouldBe(1);
        var order = await OrderAsync(world, "B-1003");
        order.Steps.Select(step => step.State).ShouldBe([OrderState.Received, OrderState.Processing, OrderState.Delivered]);
        order.EndedAt.ShouldBe(new DateTimeOffset(2026, 3, 12, 7, 0, 0, TimeSpan.Zero));
        (await world.AskAsync<int>("SELECT COUNT(*) FROM OrderLine l JOIN CustomerOrder o ON o.Id = l.OrderId WHERE o.Number = 'B-1003' AND l.IsOpen = 1")).ShouldBe(0);
    }

    [Fact]
    public async Task A_report_moves_it_and_leaves_the_service_alone()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        var before = await world.AskAsync<string>("SELECT CONCAT(Status, Version) FROM Subscription WHERE ExternalId = 'S3'");
        await using var reporting = new TestScope(world.Database, caller: TestScope.Operator("integration"));
        await reporting.SendAsync(new ReportOrderProgress(Guid.NewGuid(), "B-1003", OrderProgress.Delivered));
        (await OrderAsync(world, "B-1003")).State.ShouldBe(OrderState.Delivered);
        (await world.AskAsync<string>("SELECT CONCAT(Status, Version) FROM Subscription WHERE ExternalId = 'S3'")).ShouldBe(before);
    }

    [Fact]
    public async Task A_second_open_order_of_a_type_stands_beside_the_first()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        (await world.LoadAsync(("orders.csv", Head + "OR9;O1;B-1009;A4;S3;simReplacement;received;Bo Ek;2026-03-10T08:00;;\n"))).IsApplied.ShouldBeTrue();
        (await world.AskAsync<int>("SELECT COUNT(*) FROM OrderLine WHERE IsOpen = 1")).ShouldBe(1);
    }

    [Theory]
    [InlineData("OR9;O1;B-1009;A4;S3;simReplacement;received;Bo;2026-03-10T08:00;2026-03-10T09:00;", "endedAt OrderStillOpen")]
    [InlineData("OR9;O1;B-1009;A4;S3;simReplacement;delivered;Bo;2026-03-10T08:00;;", "endedAt Required")]
    [InlineData("OR9;O1;B-1009;A4;S3;simReplacement;delivered;Bo;2026-03-10T08:00;2026-03-09T08:00;", "endedAt EndBeforeStart")]
    [InlineData("OR9;O1;B-1003;A4;S3;simReplacement;received;Bo;2026-03-10T08:00;;", "number Taken")]
    [InlineData("OR9;O1;B-1009;A9;S3;simReplacement;received;Bo;2026-03-10T08:00;;", "account Reference")]
    [InlineData("OR9;O1;B-1009;A4;S3;upgrade;received;Bo;2026-03-10T08:00;;", "type NotOneOf")]
    public async Task What_is_wrong_is_told(string row, string problem)
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        var found = (await world.LoadAsync(("orders.csv", Head + row + "\n"))).Problems.ShouldHaveSingleItem();
        $"{found.Column} {found.Code}".ShouldBe(problem);
    }

    [Fact]
    public async Task A_service_that_a_load_takes_out_of_the_portal_takes_its_orders_along()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        var load = await world.LoadAsync(
            ("products.csv", "id;category;kind;name;monthlyPrice;isHidden\nX-DOLD;X-MOBIL;mobile;Intern;0.00;true\n"),
            ("subscriptions.csv", "id;organisation;account;product;status;userName;monthlyPrice;startsOn\nS1;O1;A3;X-DOLD;active;Åsa Ängström;179.00;2025-03-01\n"));
        load.Problems.ShouldBeEmpty();
        (await world.AskAsync<int>("SELECT COUNT(*) FROM CustomerOrder WHERE Number = 'B-1001' AND IsHidden = 1")).ShouldBe(1);
    }

    [Fact]
    [Covers("OPS-2", "what a record leaves out stays")]
    public async Task An_order_of_a_hidden_service_stays_hidden_when_a_record_leaves_the_service_out()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        await world.ExecuteAsync("UPDATE Subscription SET IsHidden = 1 WHERE ExternalId = 'S1'");
        await world.ExecuteAsync("UPDATE CustomerOrder SET IsHidden = 1 WHERE Number = 'B-1001'");
        await using var integration = new TestScope(world.Database, caller: TestScope.Operator("integration"));
        const string record = """{"id":"OR1","organisation":"O1","number":"B-1001","account":"A3","type":"newSubscription","state":"delivered","description":"Mobil","orderedBy":"Märta","orderedAt":"2025-02-20T09:15","endedAt":"2025-03-01T06:00"}""";
        (await integration.SendAsync(new StoreRecord("orders", System.Text.Json.JsonDocument.Parse(record).RootElement))).Files[0].Changed.ShouldBe(1);
        (await world.AskAsync<string>("SELECT CONCAT(ServiceName, ' ', OrderedBy, ' ', IsHidden) FROM CustomerOrder WHERE Number = 'B-1001'")).ShouldBe("Åsa Ängström Märta 1");
    }

    [Fact]
    public async Task A_service_that_has_moved_gives_its_name_to_no_order_of_the_account_it_left()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        await world.ExecuteAsync("UPDATE Subscription SET UserName = 'Ny Ägare', SearchName = 'ny agare', AccountId = (SELECT a.Id FROM Account a WHERE a.Number = '700001') WHERE ExternalId = 'S1'");
        var load = await world.LoadAsync(("orders.csv", "id;organisation;number;account;subscription;type;state;description;orderedBy;orderedAt;endedAt\n"
            + "OR1;O1;B-1001;A3;S1;newSubscription;delivered;Mobil Fri med 10 GB;Märta;2025-02-20T09:15;2025-03-01T06:00\nOR8;O1;B-1008;A3;S1;simReplacement;delivered;Nytt SIM;Märta;2025-06-20T09:15;2025-07-01T06:00\n"));
        load.Problems.ShouldBeEmpty();
        (await world.AskAsync<string>("SELECT ServiceName FROM CustomerOrder WHERE Number = 'B-1001'")).ShouldBe("Åsa Ängström");
        (await world.AskAsync<string>("SELECT CONCAT(ServiceName, ' ', SearchName) FROM CustomerOrder WHERE Number = 'B-1008'")).ShouldBe("Nytt SIM nytt sim");
    }

    [Fact]
    public async Task An_order_of_the_portal_is_not_loaded_over()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        await world.AskAsync<int>("UPDATE CustomerOrder SET IsLoaded = 0 WHERE Number = 'B-1003'");
        var found = (await world.LoadAsync(("orders.csv", Head + "OR3;O1;B-1003;A4;S3;simReplacement;delivered;Bo;2026-03-10T08:00;2026-03-10T09:00;\n"))).Problems.ShouldHaveSingleItem();
        (found.Column, found.Code).ShouldBe(("id", "OrderOfPortal"));
    }

    private static async Task<OrderView> OrderAsync(ImportWorld world, string number)
    {
        await using var db = new World(world.Database);
        var root = await db.Db.FirstOrDefaultAsync<Guid>("SELECT a.Id FROM Account a WHERE a.Number = '700001'");
        await using var scope = new TestScope(world.Database, await db.UserAsync(root));
        return await scope.SendAsync(new GetOrder(number));
    }
}

public sealed class OrderImportOnSqlite() : OrderImportTests(DatabaseEngine.Sqlite);

public sealed class OrderImportOnSqlServer() : OrderImportTests(DatabaseEngine.SqlServer);
