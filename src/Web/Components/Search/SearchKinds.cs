using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Application.Search;
using Connect.Web.Pages.Invoices;

namespace Connect.Web.Components.Search;

/// <summary>How each kind of search result is shown, and where it leads.</summary>
internal static class SearchKinds
{
    public static string Title(SearchKind kind) => Text.Get($"Search.{kind}");

    public static string Icon(SearchKind kind) => kind switch
    {
        SearchKind.Service => "device-mobile",
        SearchKind.SimCard => "cpu",
        SearchKind.Account => "sitemap",
        SearchKind.User => "user-circle",
        SearchKind.Order => "package",
        SearchKind.Invoice => "file-invoice",
        SearchKind.Ticket => "ticket",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Link(SearchKind kind, SearchHit hit) => kind switch
    {
        SearchKind.Service or SearchKind.SimCard => $"/services/{hit.Key}",
        SearchKind.Account => $"/accounts/{Uri.EscapeDataString(hit.Key)}",
        SearchKind.User => $"/users/{hit.Key}",
        SearchKind.Order => $"/orders/{Uri.EscapeDataString(hit.Key)}",
        SearchKind.Invoice => InvoiceLists.LinkOf(hit.Key),
        SearchKind.Ticket => $"/tickets/{Uri.EscapeDataString(hit.Key)}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The list that shows every hit of the kind; null where there is no such list.</summary>
    public static string? All(SearchGroup group, SearchText text) => group.Kind switch
    {
        SearchKind.Service => "/services" + new ListRequest { All = true }.With(FoundByNumber(group, text) ? "phone" : "name", new TextFilter(TextMatch.Contains, text.Text)).ToQueryString(),
        SearchKind.Account => "/accounts" + new ListRequest().With("name", new TextFilter(TextMatch.Contains, text.Text)).ToQueryString(),
        SearchKind.User => "/users" + new ListRequest().With(text.Text.Contains('@', StringComparison.Ordinal) ? "email" : "name", new TextFilter(TextMatch.Contains, text.Text)).ToQueryString(),
        SearchKind.Order => "/orders" + new ListRequest().With("number", new TextFilter(TextMatch.StartsWith, text.Digits)).ToQueryString(),
        SearchKind.Invoice => "/invoices" + new ListRequest().With(group.Hits.Any(hit => hit.Number?.StartsWith(text.Text, StringComparison.Ordinal) == true) ? "reference" : "number", new TextFilter(TextMatch.StartsWith, text.Text)).ToQueryString(),
        SearchKind.Ticket => "/tickets" + new ListRequest().With(text.Digits.Length > 0 ? "number" : "title", new TextFilter(TextMatch.Contains, text.Text)).ToQueryString(),
        _ => null,
    };

    private static bool FoundByNumber(SearchGroup group, SearchText text) =>
        text.Numbers.Any(number => group.Hits.Any(hit => hit.Number?.Contains(number, StringComparison.Ordinal) == true));
}
