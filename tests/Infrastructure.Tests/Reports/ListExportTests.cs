using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Reports;

public abstract class ListExportTests(DatabaseEngine engine)
{
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact, Covers("LIST-7", "as filtered and sorted, every page")]
    public async Task The_list_goes_to_Excel_as_it_is_filtered_and_sorted()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        foreach (var number in Enumerable.Range(1, 30)) await scene.World.SubscriptionAsync(scene.SubAccount, $"Åke {number:00}");
        await scene.World.SubscriptionAsync(scene.SubAccount, "Bo");

        (await NamesAsync(scene, scene.Admin, "?sort=-name&f.name=~%C3%A5ke&page=2")).ShouldBe(Enumerable.Range(1, 30).Reverse().Select(number => $"Åke {number:00}"));
    }

    [Fact, Covers("LIST-7", "the chosen columns go to Excel, and what was chosen is told")]
    public async Task The_file_has_the_columns_that_are_shown()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var scope = scene.As();
        var id = await scope.SendAsync(new ExportList("services", "?columns=status,name&sort=-price", Guid.CreateVersion7()));
        await scene.RunJobAsync(id);
        using var book = await ExportScene.OpenAsync(scope, id);
        book.Worksheet(1).Row(1).CellsUsed().Select(cell => cell.GetString()).ShouldBe(["Status", "Användare"]);
        book.Worksheet(1).Row(2).CellsUsed().Select(cell => cell.GetString()).ShouldBe(["Aktiv", "Åsa Öberg"]);
        var told = (await scope.SendAsync(new GetListExport("services", "?columns=status,name&sort=-price"))).Parameters;
        told.Select(parameter => parameter.Value).ShouldContain("Status, Användare");
        told.Select(parameter => parameter.Value).ShouldContain("Pris/mån, fallande");
    }

    [Fact]
    public async Task Only_what_is_within_the_reach_is_in_the_file()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await scene.World.SubscriptionAsync(scene.Organisation.RootId, "Rektor Rot");
        var other = await scene.World.OrganisationAsync("Landstinget");
        await scene.World.SubscriptionAsync(other.RootId, "Fia Främling");
        var karl = await scene.World.UserAsync(scene.SubAccount, "karl");

        (await NamesAsync(scene, karl, "")).ShouldBe(["Åsa Öberg"]);
        (await NamesAsync(scene, scene.Admin, "")).ShouldBe(["Rektor Rot", "Åsa Öberg"]);
    }

    [Fact]
    public async Task Without_the_lists_right_there_is_no_file_of_it()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var frida = scene.As(await scene.World.UserAsync(scene.SubAccount, "frida", [Right.ViewInvoices, Right.RunReports]));
        await Should.ThrowAsync<ForbiddenException>(frida.SendAsync(new GetListExport("services", "")));
        await Should.ThrowAsync<ForbiddenException>(frida.SendAsync(new ExportList("services", "", Guid.CreateVersion7())));
    }

    [Theory]
    [InlineData("?sort=secret")]
    [InlineData("?f.secret=1")]
    [InlineData("?f.price=abc..")]
    public async Task A_question_that_is_not_understood_is_refused_and_nothing_is_ordered(string query)
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var scope = scene.As();
        await Should.ThrowAsync<InvalidInputException>(scope.SendAsync(new ExportList("services", query, Guid.CreateVersion7())));
        (await scope.SendAsync(new ListExports())).ShouldBeEmpty();
    }

    [Fact, Covers("SVC-9", "in the list's file")]
    public async Task The_services_come_with_their_cost_centre_and_employee_number()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await scene.World.SubscriptionAsync(scene.SubAccount, "Bo", more: [("CostCentre", "0471"), ("EmployeeNumber", "85202")]);
        var scope = scene.As();
        var id = await scope.SendAsync(new ExportList("services", "?f.cost-centre=%5E04", Guid.CreateVersion7()));
        await scene.RunJobAsync(id);
        using var book = await ExportScene.OpenAsync(scope, id);
        var rows = book.Worksheet(1).RowsUsed().Select(row => row.CellsUsed(_ => true).ToDictionary(cell => cell.Address.ColumnNumber, cell => cell.GetString())).ToList();
        var heads = rows[0].ToDictionary(cell => cell.Value, cell => cell.Key);
        rows.Count.ShouldBe(2);
        (rows[1][heads["Kostnadsställe"]], rows[1][heads["Anst.nr"]]).ShouldBe(("0471", "85202"));
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(ExportScene scene, Application.Common.Security.UserIdentity user, string query)
    {
        var scope = scene.As(user);
        var id = await scope.SendAsync(new ExportList("services", query, Guid.CreateVersion7()));
        await scene.RunJobAsync(id);
        using var book = await ExportScene.OpenAsync(scope, id);
        var rows = book.Worksheet(1).RowsUsed().ToList();
        rows[0].Cell(2).GetString().ShouldBe("Användare");
        return [.. rows.Skip(1).Select(row => row.Cell(2).GetString())];
    }
}

public sealed class ListExportOnSqlite() : ListExportTests(DatabaseEngine.Sqlite);

public sealed class ListExportOnSqlServer() : ListExportTests(DatabaseEngine.SqlServer);
