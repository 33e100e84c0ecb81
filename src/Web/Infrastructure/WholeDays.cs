using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Connect.Web.Infrastructure;

/// <summary>Keeps the days in a text on one line: browsers break them at their hyphens.</summary>
internal static partial class WholeDays
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static IHtmlContent In(string text) => new HtmlString(Day().Replace(Encoder.Encode(text), "<span class=\"nowrap\">$0</span>"));

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex Day();
}
