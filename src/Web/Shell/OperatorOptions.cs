using System.Text.RegularExpressions;

namespace Connect.Web.Shell;

/// <summary>What the operator puts its name to: section <c>Operator</c> of the configuration.</summary>
public sealed partial class OperatorOptions
{
    /// <summary>Name in the bar, in titles and in the foot.</summary>
    public string Name { get; init; } = "Connect";

    /// <summary>A file of the portal (<c>/logo.svg</c>) or an https address; without it the portal's own mark.</summary>
    public string? LogoUrl { get; init; }

    /// <summary><c>#rrggbb</c>; made darker or lighter where it could not be read.</summary>
    public string? AccentColour { get; init; }

    /// <summary>Colour of the mark, worked out once: every page shows it.</summary>
    public string MarkColour => field ??= BrandIcon.ColourOf(this);

    public string? SupportPhone { get; init; }
    public string? SupportEmail { get; init; }
    public string? SupportUrl { get; init; }

    /// <summary>Legal texts, linked from the foot of every page.</summary>
    public string? TermsUrl { get; init; }

    public string? PrivacyUrl { get; init; }
    public string? AccessibilityUrl { get; init; }

    /// <summary>Those that there are, each with the key of its text.</summary>
    public IEnumerable<(string TextKey, string Url)> LegalTexts => new[] { ("Shell.Terms", TermsUrl), ("Shell.Privacy", PrivacyUrl), ("Shell.Accessibility", AccessibilityUrl) }
        .Where(text => text.Item2 is not null).Select(text => (text.Item1, text.Item2!));

    /// <summary>The host that the logo comes from, to be let in by the Content-Security-Policy; null for a file of the portal.</summary>
    public string? LogoHost => Uri.TryCreate(LogoUrl, UriKind.Absolute, out var logo) && logo.Scheme == Uri.UriSchemeHttps ? logo.GetLeftPart(UriPartial.Authority) : null;

    /// <summary>A mistake in the configuration stops the start, with what to write instead.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (AccentColour is not null && !Hex().IsMatch(AccentColour)) yield return "Operator:AccentColour is a colour like #0b5cad.";
        if (LogoUrl is not null && LogoHost is null && !(LogoUrl.StartsWith('/') && !LogoUrl.StartsWith("//", StringComparison.Ordinal)))
            yield return "Operator:LogoUrl is a path of the portal such as /logo.svg, or an https address.";
        foreach (var (setting, url) in new[] { (nameof(SupportUrl), SupportUrl), (nameof(TermsUrl), TermsUrl), (nameof(PrivacyUrl), PrivacyUrl), (nameof(AccessibilityUrl), AccessibilityUrl) })
        {
            if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
                yield return $"Operator:{setting} is an https address.";
        }
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Hex();
}
