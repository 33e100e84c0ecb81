using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Connect.Web.Components.Tickets;

/// <summary>Text that people wrote, as text: nothing in it is markup, line breaks stay (by style), and web addresses lead there.</summary>
internal static partial class LinkedText
{
    // What ends a sentence is no part of its last address.
    private const string Trailing = ".,;:!?)]}'\"";

    public static IHtmlContent Of(string text)
    {
        var html = new HtmlContentBuilder();
        var done = 0;
        foreach (Match match in Address().Matches(text))
        {
            var address = match.Value.TrimEnd(Trailing.ToCharArray());
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0) continue;
            html.Append(text[done..match.Index]).AppendHtml("<a rel=\"noopener noreferrer nofollow\" target=\"_blank\" href=\"").Append(uri.AbsoluteUri).AppendHtml("\">")
                .Append(address).AppendHtml("</a>");
            done = match.Index + address.Length;
        }

        return html.Append(text[done..]);
    }

    [GeneratedRegex(@"\bhttps?://[^\s<>""]{1,2000}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
