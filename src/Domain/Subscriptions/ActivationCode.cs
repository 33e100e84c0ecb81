using System.Text.RegularExpressions;

namespace Connect.Domain.Subscriptions;

/// <summary>
/// An eSIM's activation code (GSMA SGP.22 §4.1): <c>LPA:1$SM-DP+ address$matching id</c>, then optionally the server's OID and
/// the flag 1 when a confirmation code is asked for. Comes from the operator's side; a secret until it was used.
/// </summary>
public static partial class ActivationCode
{
    public const int MaxLength = 255;

    public static bool IsValid(string? text) => text is { Length: <= MaxLength } && Pattern().IsMatch(text);

    [GeneratedRegex(@"\ALPA:1\$[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+\$[A-Z0-9-]*(?:\$(?:[0-9]+(?:\.[0-9]+)*)?(?:\$1)?)?\z")]
    private static partial Regex Pattern();
}
