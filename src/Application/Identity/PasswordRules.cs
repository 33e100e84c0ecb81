namespace Connect.Application.Identity;

/// <summary>What a password must be: long rather than odd (NIST SP 800-63B), not one that everybody tries first.</summary>
public static class PasswordRules
{
    public const int MinLength = 12;
    public const int MaxLength = 128;

    private static readonly string[] Common =
    [
        "password", "passw0rd", "lösenord", "losenord", "qwerty", "qwertyuiop", "asdfghjkl", "letmein", "welcome", "välkommen", "valkommen",
        "sommar", "vinter", "hejhej", "hemligt", "admin", "administrator", "iloveyou", "football", "fotboll", "monkey", "dragon", "abcdef",
        "abcdefgh", "connect", "changeme", "stockholm", "göteborg", "sverige", "sweden", "mamma", "pappa", "telefon", "secret",
    ];

    /// <summary>The error code of what is wrong, or null. Length is the validator's.</summary>
    /// <param name="password">The wished password.</param>
    /// <param name="ownWords">User name, e-mail, names: none of them may be the heart of it.</param>
    public static string? Problem(string password, params IEnumerable<string?> ownWords)
    {
        // What is left of a common password with digits and signs around it is still that password.
        var heart = new string([.. password.ToLowerInvariant().Where(char.IsLetter)]);
        if (password.Distinct().Count() < 5 || IsRun(password)) return "PasswordCommon";
        if (Common.Contains(heart, StringComparer.Ordinal) || Common.Any(word => heart == word + word)) return "PasswordCommon";
        // The whole name and each part of it: "anna.admin" is no better a heart than "anna".
        var own = ownWords.OfType<string>().Select(word => word.ToLowerInvariant()).SelectMany(word => word.Split('@', '.', ' ').Append(word)).Where(word => word.Length >= 4);
        return own.Any(word => Left(heart, word) < 4) ? "PasswordOwnName" : null;
    }

    private static int Left(string heart, string word)
    {
        var letters = new string([.. word.Where(char.IsLetter)]);
        return letters.Length > 0 && heart.Contains(letters, StringComparison.Ordinal) ? heart.Length - letters.Length : int.MaxValue;
    }

    private static bool IsRun(string password)
    {
        var steps = password.Zip(password.Skip(1), (a, b) => b - a).Distinct().ToList();
        return steps.Count == 1 && steps[0] is -1 or 0 or 1;
    }
}
