using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Connect.Application.Common.Texts;

/// <summary>
/// The portal's texts in Swedish and English: <c>Text.Get("Services.Title")</c> is the entry <c>Title</c> of
/// <c>Texts/Services.resx</c> (Swedish) or <c>Texts/Services.en.resx</c>, in the current UI language.
/// </summary>
public static class Text
{
    private static readonly ConcurrentDictionary<string, ResourceManager> Files = new();
    private static readonly Assembly Assembly = typeof(Text).Assembly;

    public static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>The culture of a language code: sv unless it is en.</summary>
    public static CultureInfo Culture(string? language) => language == "en" ? English : Swedish;

    /// <summary>The culture of whom the current request answers.</summary>
    public static CultureInfo Reader => Culture(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    public static string Get(string key, params IReadOnlyList<object?> arguments) => Get(CultureInfo.CurrentUICulture, key, arguments);

    /// <summary>A text that counts: the entry of that name, or the one with <c>One</c> after it where there is one of the things.</summary>
    /// <param name="number"><c>{0}</c>.</param>
    /// <param name="arguments">Values for <c>{1}</c>, <c>{2}</c> …</param>
    public static string Count(string key, int number, params IReadOnlyList<object?> arguments) => Get(number == 1 ? $"{key}One" : key, [Format.Number(number), .. arguments]);

    /// <param name="culture">The reader's language.</param>
    /// <param name="key"><c>File.Entry</c>; an entry may hold further dots.</param>
    /// <param name="arguments">Values for <c>{0}</c>, <c>{1}</c> …</param>
    /// <exception cref="ArgumentException">There is no such text; a test looks up every key that the code names.</exception>
    public static string Get(CultureInfo culture, string key, params IReadOnlyList<object?> arguments)
    {
        var text = Find(culture, key) ?? throw new ArgumentException($"There is no text '{key}'.", nameof(key));
        return arguments.Count == 0 ? text : string.Format(culture, text, [.. arguments]);
    }

    /// <summary>The text, or null when there is none.</summary>
    public static string? Find(CultureInfo culture, string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0) return null;
        var file = Files.GetOrAdd(key[..dot], name => new ResourceManager($"Connect.Application.Texts.{name}", Assembly));
        try
        {
            return file.GetString(key[(dot + 1)..], culture);
        }
        catch (MissingManifestResourceException)
        {
            return null;
        }
    }
}
