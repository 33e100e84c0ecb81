using System.Globalization;
using Connect.Application.Common.Texts;

namespace Connect.Application.Operator;

/// <summary>
/// Reasons that are ours and not the operator's. They are stored as these codes, so that each reader gets them in their own language;
/// the operator's own words stay as they came.
/// </summary>
public static class OwnReasons
{
    /// <summary>The operator's systems could not be reached in all the tries.</summary>
    public const string NoAnswer = "@NoAnswer";

    /// <summary>The operator refused and gave no reason.</summary>
    public const string Refused = "@Refused";

    /// <summary>The wish to cancel did not reach the operator.</summary>
    public const string CancellationNoAnswer = "@CancellationNoAnswer";

    /// <summary>The operator would not cancel and gave no reason.</summary>
    public const string CancellationRefused = "@CancellationRefused";

    /// <summary>The simulated operator had begun.</summary>
    public const string HasBegun = "@HasBegun";

    /// <summary>The service ends before the change.</summary>
    public const string ServiceEnds = "@ServiceEnds";

    private static readonly HashSet<string> Known = [NoAnswer, Refused, CancellationNoAnswer, CancellationRefused, HasBegun, ServiceEnds];

    /// <summary>What a reader sees of a stored reason, in the current language.</summary>
    public static string? Shown(string? stored) => Shown(stored, CultureInfo.CurrentUICulture);

    /// <summary>What somebody who reads that language sees of a stored reason.</summary>
    public static string? Shown(string? stored, CultureInfo reader) => stored is not null && Known.Contains(stored) ? Text.Get(reader, $"OwnReasons.{stored[1..]}") : stored;
}
