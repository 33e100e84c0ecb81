using Connect.Application.Common.Security;
using Connect.Application.Search;
using Connect.Domain.Users;
using NSubstitute;

namespace Connect.Application.Tests.Search;

public sealed class FindAnythingTests
{
    private readonly ICurrentUser _user = Substitute.For<ICurrentUser>();

    [Fact]
    public async Task Only_kinds_that_the_rights_cover_are_asked_for()
    {
        _user.Has(Right.ViewSubscriptions).Returns(true);
        var (services, accounts) = (Source(SearchKind.Service, Right.ViewSubscriptions, 1), Source(SearchKind.Account, Right.ViewAccounts, 1));

        (await FindAsync("åke", 5, accounts, services)).Select(group => group.Kind).ShouldBe([SearchKind.Service]);
    }

    [Fact]
    public async Task More_than_are_shown_is_told()
    {
        _user.Has(Right.ViewSubscriptions).Returns(true);

        var group = (await FindAsync("åke", 5, Source(SearchKind.Service, Right.ViewSubscriptions, 6))).Single();

        (group.Hits.Count, group.HasMore).ShouldBe((5, true));
    }

    [Fact]
    public async Task Nothing_typed_finds_nothing()
    {
        _user.Has(Right.ViewSubscriptions).Returns(true);
        (await FindAsync("  ", 5, Source(SearchKind.Service, Right.ViewSubscriptions, 1))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(51)]
    [InlineData(-1)]
    public void So_many_hits_cannot_be_asked_for(int take) => new FindAnything.Validator().Validate(new FindAnything("åke", take)).IsValid.ShouldBeFalse();

    [Fact]
    public void A_page_and_suggestions_can_be_asked_for() =>
        new[] { FindAnything.OnPage, FindAnything.AsSuggestions, 50 }.ShouldAllBe(take => new FindAnything.Validator().Validate(new FindAnything("åke", take)).IsValid);

    private Task<IReadOnlyList<SearchGroup>> FindAsync(string text, int take, params ISearchSource[] sources) =>
        new FindAnything.Handler(sources, _user).Handle(new FindAnything(text, take), default);

    private static ISearchSource Source(SearchKind kind, Right right, int hits)
    {
        var source = Substitute.For<ISearchSource>();
        source.Kind.Returns(kind);
        source.Right.Returns(right);
        source.FindAsync(default, null!, 0, default).ReturnsForAnyArgs(call => [.. Enumerable.Range(0, Math.Min(hits, call.ArgAt<int>(2))).Select(i => new SearchHit($"{i}", $"Åke {i}"))]);
        return source;
    }
}
