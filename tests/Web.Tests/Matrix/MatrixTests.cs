using Connect.Domain.Users;
using Connect.TestKit;

namespace Connect.Web.Tests.Matrix;

/// <summary>
/// Rights and reach at every door: each endpoint and page handler is called as nobody, half logged in, with each right alone, with
/// all but each, and from every place in the tree, and must answer what the table says.
/// </summary>
public sealed class MatrixTests(MatrixFixture fixture) : IClassFixture<MatrixFixture>
{
    private static readonly IReadOnlyList<Place> Outside = [Place.Parent, Place.Sibling, Place.OtherOrganisation, Place.Hidden];

    public static IEnumerable<TheoryDataRow<string>> Rows => MatrixTable.Rows.Select(row => new TheoryDataRow<string>(row.Name));

    public static IEnumerable<TheoryDataRow<string>> RowsOfUsers => MatrixTable.Rows.Where(row => row.Access == Access.User).Select(row => new TheoryDataRow<string>(row.Name));

    public static IEnumerable<TheoryDataRow<string>> RowsOfOperator => MatrixTable.Rows.Where(row => row.Access == Access.Operator).Select(row => new TheoryDataRow<string>(row.Name));

    public static IEnumerable<TheoryDataRow<string>> RowsWithSubject => MatrixTable.Rows.Where(row => row.Subject != Subject.None).Select(row => new TheoryDataRow<string>(row.Name));

    public static IEnumerable<TheoryDataRow<string>> RowsThatAreThere => MatrixTable.Rows.Where(row => row.Subject != Subject.None && !row.IsFile).Select(row => new TheoryDataRow<string>(row.Name));

    [Fact]
    public async Task Every_endpoint_and_page_handler_has_a_row_and_every_row_its_endpoint() =>
        (await EndpointInventory.KeysAsync(fixture.Portal.Services)).ShouldBe(MatrixTable.Rows.Select(row => row.Key).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Who_is_not_logged_in_comes_through_open_doors_only(string key)
    {
        var (row, world) = (MatrixTable.Row(key), fixture.World);
        var locked = await world.VisitorAsync("locked", world.Middle, World.AllRights, isActive: false);
        // A form of an ended session is led to the log-in, from open pages too.
        Visitor[] outsiders = [Visitor.Nobody(fixture.Portal), Visitor.Forged(fixture.Portal), await fixture.HalfLoggedInAsync(), .. row.Access == Access.Open ? [] : new[] { locked }];
        foreach (var outsider in outsiders)
        {
            var answer = await outsider.CallAsync(row, await SubjectAsync(row, Place.Own));
            if (row.Access == Access.Open) (answer.LetsIn || (row.LeadsToLogin && answer.AsksForLogin)).ShouldBeTrue($"{outsider.Name}: {answer.Status} {answer.Location}");
            else answer.AsksForLogin.ShouldBeTrue($"{outsider.Name}: {answer.Status} {answer.Location}");
        }
    }

    [Theory]
    [MemberData(nameof(RowsOfUsers))]
    [Covers("NAV-1", "what the user lacks the right to is refused")]
    [Covers("RIGHT-1", "what the user lacks the right to is refused when asked for")]
    public async Task Only_the_rights_of_the_row_open_it(string key)
    {
        var (row, world) = (MatrixTable.Row(key), fixture.World);
        var all = World.AllRights;
        var sets = all.Select(right => (Name: $"{right} alone", Rights: (IReadOnlyList<Right>)[right]))
            .Concat(all.Select(right => (Name: $"all but {right}", Rights: (IReadOnlyList<Right>)[.. all.Where(other => other != right)])));
        foreach (var (name, rights) in sets)
        {
            var visitor = await world.VisitorAsync(row.EndsSessions ? name + key : name, world.Middle, rights);
            var answer = await visitor.CallAsync(row, await world.SubjectAsync(row.Subject, Place.Own, visitor));
            if (row.OpensTo(rights)) (answer.LetsIn || (row.EndsSessions && answer.Location == "/login")).ShouldBeTrue($"{name}: {answer.Status} {answer.Location}");
            else answer.IsRefused.ShouldBeTrue($"{name}: {answer.Status} {answer.Location}");
        }
    }

    [Theory]
    [MemberData(nameof(RowsOfOperator))]
    public async Task What_is_for_the_operator_is_closed_to_every_customer(string name)
    {
        var everything = await fixture.World.VisitorAsync("everything", fixture.World.Root, World.AllRights);
        var answer = await everything.CallAsync(MatrixTable.Row(name));
        (answer.IsRefused || answer.AsksForLogin).ShouldBeTrue(answer.Status.ToString());
    }

    [Theory]
    [MemberData(nameof(RowsWithSubject))]
    [Covers("RIGHT-2", "what lies outside the reach does not exist")]
    public async Task What_lies_outside_the_reach_answers_as_what_never_was(string key)
    {
        var (row, world) = (MatrixTable.Row(key), fixture.World);
        Visitor[] visitors = [await world.VisitorAsync("everything", world.Middle, World.AllRights), await world.VisitorAsync("just enough for " + key, world.Middle, row.JustEnough)];
        foreach (var visitor in visitors)
        {
            var nowhere = await world.SubjectAsync(row.Subject, Place.Nowhere, visitor);
            var never = await visitor.CallAsync(row, nowhere);
            never.Status.ShouldBe(row.Missing, $"{visitor.Name}: nowhere");
            foreach (var place in Outside)
            {
                var subject = await world.SubjectAsync(row.Subject, place, visitor);
                var answer = await visitor.CallAsync(row, subject);
                answer.Status.ShouldBe(never.Status, $"{visitor.Name}: {place}");
                answer.Bare(subject).ShouldBe(never.Bare(nowhere), $"{visitor.Name}: {place}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(RowsThatAreThere))]
    public async Task What_lies_within_the_reach_is_there(string key)
    {
        var (row, world) = (MatrixTable.Row(key), fixture.World);
        var middle = await world.VisitorAsync("everything", world.Middle, World.AllRights);
        Place[] places = row.Subject is Subject.Export or Subject.Draft or Subject.BulkJob ? [Place.Own] : [Place.Own, Place.Child];
        foreach (var place in places)
            (await middle.CallAsync(row, await world.SubjectAsync(row.Subject, place, middle))).Status.ShouldNotBe(System.Net.HttpStatusCode.NotFound, place.ToString());
    }

    [Theory]
    [MemberData(nameof(RowsOfUsers))]
    [Covers("RIGHT-2", "no hint in pages, lists, counts, searches and choices")]
    public async Task Nothing_tells_of_what_lies_outside_the_reach(string key)
    {
        var (row, world) = (MatrixTable.Row(key), fixture.World);
        var visitor = await world.VisitorAsync(row.EndsSessions ? key : "everything", world.Middle, World.AllRights);
        var answer = await visitor.CallAsync(row, await world.SubjectAsync(row.Subject, Place.Own, visitor));
        answer.Body.ShouldNotContain(MatrixWorld.Canary, Case.Insensitive);
        System.Net.WebUtility.HtmlDecode(answer.Body).ShouldNotContain(MatrixWorld.Canary, Case.Insensitive);
    }

    private async Task<string> SubjectAsync(MatrixRow row, Place place) =>
        await fixture.World.SubjectAsync(row.Subject, place, await fixture.World.VisitorAsync("everything", fixture.World.Middle, World.AllRights));
}
