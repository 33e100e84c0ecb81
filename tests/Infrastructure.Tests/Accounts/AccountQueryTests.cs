using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Lists;
using Connect.Application.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Accounts;

public abstract class AccountQueryTests(DatabaseEngine engine)
{
    [Fact]
    [Covers("ACC-1", "the alias stands in place of the name; the tree begins at the top of the reach")]
    public async Task The_tree_begins_at_the_top_of_the_reach()
    {
        await using var world = await AccountWorld.MakeAsync(engine);
        var all = await world.Anna.SendAsync(new GetAccountTree(null));
        (all.DisplayName, all.Level, all.ChildCount).ShouldBe(("Bolaget AB", 1, 2));
        all.Children.Select(node => (node.DisplayName, node.Position, node.ChildCount, node.IsOpen)).ShouldBe([("Norr", 1, 1, false), ("Region Söder", 2, 0, false)]);
        var part = await world.Karl.SendAsync(new GetAccountTree(world.Root));
        (part.DisplayName, part.Level).ShouldBe(("Norr", 1), "What lies above the reach is passed over in silence.");
        part.Children.ShouldHaveSingleItem().DisplayName.ShouldBe("Verkstad");
    }

    [Fact]
    [Covers("ACC-1", "the tree expands")]
    public async Task The_tree_opens_down_to_an_account()
    {
        await using var world = await AccountWorld.MakeAsync(engine);
        var top = await world.Anna.SendAsync(new GetAccountTree(world.North));
        var north = top.Children[0];
        (north.IsOpen, north.Level, north.Children.ShouldHaveSingleItem().Number).ShouldBe((true, 2, world.Workshop));
        top.Children[1].IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task A_long_row_of_accounts_comes_in_portions()
    {
        await using var world = await AccountWorld.MakeAsync(engine);
        for (var i = 0; i < 130; i++) await world.World.AccountAsync(world.NorthId, $"Avdelning {i:000}");
        var last = await world.NumberAsync(await world.World.AccountAsync(world.NorthId, "Ö sist"));
        var first = await world.Karl.SendAsync(new GetAccountBranch(world.North));
        (first.ChildCount, first.Children.Count, first.Next).ShouldBe((132, 100, 100));
        var rest = await world.Karl.SendAsync(new GetAccountBranch(world.North, 100));
        (rest.Children.Count, rest.Children[0].Position, rest.Next).ShouldBe((32, 101, null));
        first.Children.Concat(rest.Children).Select(node => node.Number).Distinct().Count().ShouldBe(132);
        var opened = await world.Karl.SendAsync(new GetAccountTree(last));
        opened.Children[^1].Number.ShouldBe(last, "Also one that is not in the first portion is shown.");
        (await world.Karl.SendAsync(new GetAccountBranch(world.North, -5))).Children.Count.ShouldBe(100);
        (await world.Karl.SendAsync(new GetAccountBranch(world.North, int.MaxValue))).Children.ShouldBeEmpty();
    }

    [Theory]
    [Covers("ACC-1", "the tree is searched")]
    [InlineData("norr", "Norr")]
    [InlineData("REGION", "Norr, Region Söder")]
    [InlineData("söder", "Region Söder")]
    [InlineData("%", "")]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("a\0", "Bolaget AB, Verkstad")]
    public async Task The_search_finds_alias_name_and_number(string text, string names)
    {
        await using var world = await AccountWorld.MakeAsync(engine);
        string.Join(", ", (await world.Anna.SendAsync(new SearchAccounts(text))).Hits.Select(hit => hit.DisplayName)).ShouldBe(names);
    }

    [Fact]
    public async Task A_hit_tells_its_way_down_and_nothing_above_the_reach()
    {
        await using var world = await AccountWorld.MakeAsync(engine);
        (await world.Anna.SendAsync(new SearchAccounts(world.Workshop))).Hits.ShouldHaveSingleItem().Path.ShouldBe(["Bolaget AB", "Norr"]);
        (await world.Karl.SendAsync(new SearchAccounts("verk"))).Hits.ShouldHaveSingleItem().Path.ShouldBe(["Norr"]);
        (await world.Karl.SendAsync(new SearchAccounts("söder"))).Hits.ShouldBeEmpty();
        (await world.Anna.SendAsync(new SearchAccounts("region"))).Hits.Select(hit => (hit.DisplayName, hit.Detail))
            .ShouldBe([("Norr", $"{world.North} · Region Norr"), ("Region Söder", world.South)], "What was typed may be in the name that the alias hides.");
        (await world.Karl.SendAsync(new PickAccounts(null))).Hits.Select(hit => hit.DisplayName).ShouldBe(["Norr", "Verkstad"]);
    }

    [Fact]
    public async Task An_account_whose_number_is_written_out_comes_first_and_only_within_the_reach()
    {
        await using var world = await AccountWorld.MakeAsync(engine);
        foreach (var written in new[] { world.Workshop, $" {world.Workshop} Verkstad i norr " })
            (await world.Karl.SendAsync(new PickAccounts(written))).Hits.ShouldHaveSingleItem().DisplayName.ShouldBe("Verkstad");
        var many = Enumerable.Range(0, 31).Select(i => $"{world.Workshop} grannen {i:00}");
        foreach (var name in many) await world.World.AccountAsync(world.NorthId, name);
        var hits = await world.Anna.SendAsync(new PickAccounts(world.Workshop));
        (hits.Hits[0].DisplayName, hits.Hits.Count, hits.HasMore).ShouldBe(("Verkstad", SearchAccounts.Most, true));
        (await world.Karl.SendAsync(new PickAccounts(world.South))).Hits.ShouldBeEmpty();
    }

    [Theory]
    [Covers("ACC-1", "accounts as list")]
    [InlineData("", "Bolaget AB, Norr, Region Söder, Verkstad")]
    [InlineData("sort=-name", "Verkstad, Region Söder, Norr, Bolaget AB")]
    [InlineData("sort=city", "Bolaget AB, Norr, Region Söder, Verkstad")]
    [InlineData("f.name=~sö", "Region Söder")]
    [InlineData("f.city=!!", "")]
    public async Task The_list_is_sorted_and_filtered(string query, string names)
    {
        await using var world = await AccountWorld.MakeAsync(engine);
        var page = await world.Anna.SendAsync(new ListAccounts(Request(query, ListAccounts.Columns)));
        string.Join(", ", page.Rows.Select(row => row.DisplayName)).ShouldBe(names);
    }

    [Fact]
    public async Task The_list_tells_nothing_of_what_lies_above_the_reach()
    {
        await using var world = await AccountWorld.MakeAsync(engine);
        var page = await world.Karl.SendAsync(new ListAccounts(new ListRequest()));
        page.Rows.Select(row => (row.DisplayName, row.Above)).ShouldBe([("Norr", null), ("Verkstad", "Norr")]);
        (await world.Anna.SendAsync(new ListAccounts(new ListRequest()))).Rows.Single(row => row.DisplayName == "Norr").Above.ShouldBe("Bolaget AB");
    }

    [Theory]
    [Covers("ACC-2", "this account, this and sub-accounts, all accounts")]
    [InlineData(false, "I norr")]
    [InlineData(true, "I norr, I verkstaden")]
    public async Task A_list_is_narrowed_to_one_account_or_to_it_and_those_below(bool below, string names)
    {
        await using var world = await AccountWorld.MakeAsync(engine);
        await world.World.SubscriptionAsync(world.NorthId, "I norr");
        await world.World.SubscriptionAsync(world.Organisation.RootId, "I toppen");
        var workshop = await world.World.AccountAsync(world.NorthId, "Annan verkstad");
        await world.World.SubscriptionAsync(workshop, "I verkstaden");
        var request = new ListRequest { Within = new(world.North, below) };
        foreach (var scope in new[] { world.Anna, world.Karl })
            string.Join(", ", (await scope.SendAsync(new ListSubscriptions(request))).Rows.Select(row => row.UserName)).ShouldBe(names);
        (await world.Anna.SendAsync(new ListSubscriptions(new ListRequest { Within = new(world.Root, Below: true) }))).Total.ShouldBe(3);
        await Should.ThrowAsync<NotFoundException>(() => world.Karl.SendAsync(new ListSubscriptions(new ListRequest { Within = new(world.South, below) })));
    }

    [Fact]
    public void The_narrowing_stands_in_the_address()
    {
        var request = Request("account=100012&reach=below&f.name=~a", ListSubscriptions.Columns);
        request.Within.ShouldBe(new ListWithin("100012", Below: true));
        request.ToQueryString().ShouldBe("?account=100012&reach=below&f.name=~a");
        Request("reach=below", ListSubscriptions.Columns).Within.ShouldBeNull();
    }

    private static ListRequest Request(string query, ListColumns columns) => ListRequest.Parse(
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query).SelectMany(p => p.Value.Select(v => new KeyValuePair<string, string?>(p.Key, v))), columns).OrThrow();
}

public sealed class AccountQuerysOnSqlite() : AccountQueryTests(DatabaseEngine.Sqlite);

public sealed class AccountQuerysOnSqlServer() : AccountQueryTests(DatabaseEngine.SqlServer);
