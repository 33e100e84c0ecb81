using Connect.Application.Common.Lists;
using Connect.Application.Subscriptions;
using Connect.TestKit;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.WebUtilities;

namespace Connect.Application.Tests.Common.Lists;

[Covers("LIST-6", "the state is in the address")]
[Covers("ROUTE-2", "list state in the query string")]
public sealed class ListRequestTests
{
    private static readonly ListColumns Columns = ListSubscriptions.Columns;

    [Theory]
    [InlineData("f.name=~åke", "~åke", "TextFilter { Token = ~åke, Match = Contains, Text = åke }")]
    [InlineData("f.name=^and", "^and", null)]
    [InlineData("f.name==anna", "=anna", null)]
    [InlineData("f.name=anna", "~anna", null)]
    [InlineData("f.name=!", "!", null)]
    [InlineData("f.name=!!", "!!", null)]
    [InlineData(@"f.name=\!", "~!", null)]
    [InlineData(@"f.name=~a\\b", @"~a\\b", null)]
    [InlineData("f.status=barred,active", "active,barred", null)]
    [InlineData(@"f.service=10 GB\, 5G,Fast", @"10 GB\, 5G,Fast", null)]
    [InlineData("f.price=100..", "100..", null)]
    [InlineData("f.price=..199,50", "..199.5", null)]
    [InlineData("f.price=1 000", "1000", null)]
    [InlineData("f.ends=2026-01-01..2026-06-30", "2026-01-01..2026-06-30", null)]
    [InlineData("fo.name=^&fv.name=an", "^an", null)]
    [InlineData("fo.name=!!&fv.name=", "!!", null)]
    [InlineData("fa.price=10&fb.price=20", "10..20", null)]
    [InlineData("fb.price=20", "..20", null)]
    [InlineData("f.status=active&f.status=ordered", "ordered,active", null)]
    public void A_filter_is_read_and_written(string query, string token, string? shape)
    {
        var request = Parse(query);
        request.Problems.ShouldBeEmpty();
        var filter = request.Filters.ShouldHaveSingleItem().Value;
        filter.Token.ShouldBe(token);
        if (shape is not null) filter.ToString().ShouldBe(shape);
    }

    [Theory]
    [InlineData("en", "fa.price=1,234.50&fb.price=1,234,567", "1234.5..1234567")]
    [InlineData("en", "fa.price=1,5", "1.5..")]
    [InlineData("en", "f.price=1,234..", "1.234..")]
    [InlineData("sv", "fa.price=1,234&fb.price=1 234,50", "1.234..1234.5")]
    public void What_is_typed_into_a_form_is_read_as_its_language_writes_numbers(string language, string query, string token)
    {
        using var reader = new InLanguage(language);
        var request = Parse(query);
        request.Problems.ShouldBeEmpty();
        request.Filters.ShouldHaveSingleItem().Value.Token.ShouldBe(token);
    }

    [Theory]
    [Covers("LIST-7", "the columns that are shown, the one that leads on always among them")]
    [InlineData("columns=phone,status", "status name phone", "?columns=status,name,phone")]
    [InlineData("columns=name&columns=price", "name price", "?columns=name,price")]
    [InlineData("columns=", "status name phone service kind account price cost-centre employee ends", "")]
    [InlineData("columns=status,name,phone,service,kind,account,price,cost-centre,employee,ends", "status name phone service kind account price cost-centre employee ends", "")]
    public void The_columns_to_show_are_read_and_written(string query, string shown, string written)
    {
        var request = Parse(query);
        string.Join(' ', request.ShownOf(Columns).Select(column => column.Key)).ShouldBe(shown);
        request.ToQueryString().ShouldBe(written);
    }

    [Theory]
    [InlineData("columns=secret,phone", "ListColumnUnknown", "columns")]
    [InlineData("sort=secret", "ListColumnUnknown", "sort")]
    [InlineData("f.secret=1", "ListColumnUnknown", "f.secret")]
    [InlineData("f.status=sleeping", "ListFilterChoice", "f.status")]
    [InlineData("f.price=cheap", "ListFilterNumber", "f.price")]
    [InlineData("f.price=9999999999999999999999999999999999", "ListFilterNumber", "f.price")]
    [InlineData("f.ends=2026-02-30", "ListFilterDate", "f.ends")]
    [InlineData("f.ends=0001-01-01", "ListFilterDate", "f.ends")]
    [InlineData("page=-1", "ListPageWrong", "page")]
    [InlineData("page=9223372036854775808", "ListPageWrong", "page")]
    [InlineData("size=1000000", "ListSizeWrong", "size")]
    public void What_is_not_understood_is_told_and_passed_over(string query, string code, string field)
    {
        var request = Parse(query);
        var problem = request.Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(code);
        problem.Field.ShouldBe(field);
        request.Effective(Columns).ShouldBe(Parse("").Effective(Columns));
        Should.Throw<Application.Common.Errors.InvalidInputException>(request.OrThrow);
    }

    [Theory]
    [InlineData("f.ends=2026-01-01..2026-02-30", "2026-02-30", "2026-01-01", "2026-02-30")]
    [InlineData("fa.ends=strax&fb.ends=2026-02-28", "strax", "strax", "2026-02-28")]
    [InlineData("fb.price=...5", "...5", "", "...5")]
    [InlineData("f.price=100..dyrt.", "dyrt.", "100", "dyrt.")]
    [InlineData("f.ends=2026-03-10..2026-03-01", "2026-03-10..2026-03-01", "2026-03-10", "2026-03-01")]
    [InlineData("f.status=active,sleeping", "sleeping", "", "")]
    public void A_filter_that_is_not_understood_tells_the_part_that_is_wrong_and_keeps_what_was_written(string query, string part, string from, string to)
    {
        var request = Parse(query);
        var (key, unread) = request.Unread.ShouldHaveSingleItem();
        (unread.From, unread.To).ShouldBe((from, to));
        request.Problems.ShouldHaveSingleItem().ShouldBeSameAs(unread.Problem);
        unread.Problem.Arguments.ShouldBe([part]);
        unread.Problem.Field.ShouldEndWith("." + key);
    }

    /// <summary>Of an open choice each value has the length, not all of them together.</summary>
    [Theory]
    [InlineData("name", 200, 1, true)]
    [InlineData("name", 201, 1, false)]
    [InlineData("service", 200, 3, true)]
    [InlineData("service", 201, 1, false)]
    public void A_filter_has_its_length(string column, int length, int values, bool fits)
    {
        var problems = Parse($"f.{column}={string.Join(',', Enumerable.Repeat(new string('x', length), values))}").Problems;
        problems.Select(problem => $"{problem.Field} {problem.Code}").ShouldBe(fits ? [] : [$"f.{column} ListFilterTooLong"]);
    }

    [Theory]
    [InlineData('x')]
    [InlineData('\\')]
    public void A_text_of_the_full_length_survives_its_own_address(char sign)
    {
        var text = new string(sign, ListFilterParser.MaxLength);
        var request = new ListRequest { Filters = new Dictionary<string, ListFilter> { ["name"] = new TextFilter(TextMatch.Contains, text) } };
        var again = Parse(request.ToQueryString());
        again.Problems.ShouldBeEmpty();
        again.Filters["name"].ShouldBe(request.Filters["name"]);
    }

    [Fact]
    [Covers("LIST-5", "preset filters")]
    public void A_preset_holds_until_something_else_is_asked_for()
    {
        Parse("").Effective(Columns).ShouldHaveSingleItem().Value.Token.ShouldBe("active,barred,terminating");
        Parse("f.name=~a").Effective(Columns).Count.ShouldBe(2);
        Parse("f.status=terminated").Effective(Columns).ShouldHaveSingleItem().Value.Token.ShouldBe("terminated");
        Parse("f.status=").Effective(Columns).ShouldBeEmpty();
        Parse("f.all=1").Effective(Columns).ShouldBeEmpty();
        Parse("f.all=1&f.name=~a").Effective(Columns).ShouldHaveSingleItem().Key.ShouldBe("name");
        Parse("f.name=~a&sort=-price&page=3").Cleared(Columns).ToQueryString().ShouldBe("?sort=-price&f.all=1");
    }

    [Fact]
    public void Any_request_survives_its_own_address()
    {
        Check.QuickThrowOnFailure(Prop.ForAll(Requests().ToArbitrary(), request =>
        {
            var again = Parse(request.ToQueryString());
            again.Problems.ShouldBeEmpty();
            again.ToQueryString().ShouldBe(request.ToQueryString());
            again.Sort.ShouldBe(request.Sort);
            foreach (var (key, filter) in request.Filters) again.Filters[key].ShouldBe(filter);
        }));
    }

    [Fact]
    public void Whatever_stands_in_the_address_is_answered()
    {
        var keys = Gen.Elements("f.name", "f.status", "f.price", "f.ends", "f.phone", "f.service", "fo.name", "fv.name", "fa.ends", "fb.ends", "sort", "page", "size", "f.all", "f.", "fo.", "");
        var pairs = keys.SelectMany(key => ArbMap.Default.GeneratorFor<string>().Select(value => new KeyValuePair<string, string?>(key, value))).ListOf();
        Check.QuickThrowOnFailure(Prop.ForAll(pairs.ToArbitrary(), query =>
        {
            var request = ListRequest.Parse(query, Columns);
            Parse(request.ToQueryString()).Problems.ShouldBeEmpty();
        }));
        ListRequest.Parse([new("f.name", "~\ud800\uFFFE\0x")], Columns).Filters["name"].Token.ShouldBe("~�x");
    }

    private static Gen<ListRequest> Requests()
    {
        var text = ArbMap.Default.GeneratorFor<NonEmptyString>().Select(s => ListText(s.Get)).Where(s => s.Length is > 0 and < 90);
        var filter = Gen.OneOf(
            text.SelectMany(t => Gen.Elements(TextMatch.Contains, TextMatch.StartsWith, TextMatch.Equals).Select(m => ("name", (ListFilter)new TextFilter(m, t)))),
            Gen.Elements(("phone", (ListFilter)new EmptyFilter()), ("ends", new EmptyFilter(true)), ("status", new NoFilter())),
            text.Select(t => ("service", (ListFilter)new ChoiceFilter([t]))),
            Gen.Choose(0, 5000).SelectMany(a => Gen.Choose(5000, 9000).Select(b => ("price", (ListFilter)new NumberFilter(a == 0 ? null : a / 4m, b / 4m)))),
            Gen.Choose(0, 4000).Select(d => ("ends", (ListFilter)new DateFilter(new DateOnly(2020, 1, 1).AddDays(d), null))));
        return filter.ListOf().SelectMany(filters => Gen.Choose(1, 99).SelectMany(page => Gen.Elements("name", "price", "ends").SelectMany(sort =>
            Gen.Elements(true, false).SelectMany(flag => Gen.Elements(10, 20, 50, 100).Select(size => new ListRequest
            {
                Sort = new ListSort(sort, flag), Page = page, Size = size, All = flag,
                Filters = filters.GroupBy(f => f.Item1).ToDictionary(g => g.Key, g => g.First().Item2),
            })))));
    }

    // As the parser hands text on: without control characters, composed, without spaces at its ends.
    private static string ListText(string text) => string.Concat(text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c < 0xFFF0)).Normalize().Trim();

    private static ListRequest Parse(string query) => ListRequest.Parse(
        QueryHelpers.ParseQuery(query).SelectMany(pair => pair.Value.Select(value => new KeyValuePair<string, string?>(pair.Key, value))), Columns);
}
