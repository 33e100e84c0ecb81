using Connect.Application.Messages;

namespace Connect.Application.Identity;

/// <summary>
/// What a password must be (ASVS 5.0, 6.2): long rather than odd, not one that everybody tries first, and not built on words of its
/// own surroundings. Any sign is welcome and none is demanded. Twelve signs rather than the eight that ASVS allows at least, because a
/// user without a second factor is guarded by nothing else, and because lists of common passwords hold mostly shorter ones.
/// </summary>
public sealed class PasswordRules(ICommonPasswords common, MessageOptions installation)
{
    public const int MinLength = 12;
    public const int MaxLength = 128;

    private const int DifferentSigns = 5, WordLength = 4, LeftBesideWord = 4;

    // What Swedes try first stands in no list that is made of the world's leaks.
    private static readonly HashSet<string> Swedish =
    [
        "lösenord", "losenord", "välkommen", "valkommen", "sommar", "sommaren", "vinter", "vintern", "hejhej", "hejsan", "hemligt", "hemlig", "fotboll",
        "stockholm", "göteborg", "goteborg", "malmö", "sverige", "sweden", "mamma", "pappa", "telefon", "älskling", "solsken", "passord", "qwertyuiopå",
    ];

    /// <summary>The error code of what is wrong, or null. Length is the validator's.</summary>
    /// <param name="password">The wished password.</param>
    /// <param name="ownWords">User name, e-mail, names, organisation: none of them may be the heart of it; the portal's and the operator's names neither.</param>
    public string? Problem(string password, params IEnumerable<string?> ownWords)
    {
        var lower = password.ToLowerInvariant();
        if (lower.Distinct().Count() < DifferentSigns || IsRun(lower) || IsRepeated(lower)) return "PasswordCommon";
        // A common password with digits and signs around it, or in place of letters, is still that password.
        string[] hearts = [lower, Letters(lower), Letters(Spelled(lower.Trim([.. lower.Where(sign => !char.IsLetter(sign))]))), Letters(Spelled(lower))];
        if (hearts.Any(IsCommon)) return "PasswordCommon";
        var own = ownWords.Append("connect").Append(installation.OperatorName).OfType<string>()
            .SelectMany(word => word.ToLowerInvariant().Split('@', '.', ' ', '-', '_')).Select(Letters).Where(word => word.Length >= WordLength);
        var words = own.Distinct().OrderByDescending(word => word.Length).ToList();
        return IsMadeOf(hearts[1], words) || IsMadeOf(hearts[2], words) ? "PasswordOwnName" : null;
    }

    private bool IsCommon(string heart) => heart.Length >= WordLength
        && (Listed(heart) || (heart.Length % 2 == 0 && heart[..(heart.Length / 2)] == heart[(heart.Length / 2)..] && Listed(heart[..(heart.Length / 2)])));

    private bool Listed(string word) => Swedish.Contains(word) || common.Contains(word);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    private static string Spelled(string text) => string.Concat(text.Select(sign => sign switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => sign,
    }));

    private static bool IsMadeOf(string heart, IEnumerable<string> words)
    {
        var left = words.Aggregate(heart, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal));
        return left.Length < heart.Length && left.Length < LeftBesideWord;
    }

    private static bool IsRun(string password)
    {
        var steps = password.Zip(password.Skip(1), (a, b) => b - a).Distinct().ToList();
        return steps.Count == 1 && steps[0] is -1 or 0 or 1;
    }

    // A few signs again and again: qwerty1qwerty1.
    private static bool IsRepeated(string password) => (password + password).IndexOf(password, 1, StringComparison.Ordinal) < password.Length;
}
