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

    public string? SupportPhone { get; init; }
    public string? SupportEmail { get; init; }
    public string? SupportUrl { get; init; }

    /// <summary>The host that the logo comes from, to be let in by the Content-Security-Policy; null for a file of the portal.</summary>
    public string? LogoHost => Uri.TryCreate(LogoUrl, UriKind.Absolute, out var logo) && logo.Scheme == Uri.UriSchemeHttps ? logo.GetLeftPart(UriPartial.Authority) : null;

    /// <summary>A mistake in the configuration stops the start, with what to write instead.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (AccentColour is not null && !Hex().IsMatch(AccentColour)) yield return "Operator:AccentColour is a colour like #0b5cad.";
        if (LogoUrl is not null && LogoHost is null && !(LogoUrl.StartsWith('/') && !LogoUrl.StartsWith("//", StringComparison.Ordinal)))
            yield return "Operator:LogoUrl is a path of the portal such as /logo.svg, or an https address.";
        if (SupportUrl is not null && !(Uri.TryCreate(SupportUrl, UriKind.Absolute, out var support) && support.Scheme == Uri.UriSchemeHttps))
            yield return "Operator:SupportUrl is an https address.";
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Hex();
}
