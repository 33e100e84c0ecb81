using System.Globalization;
using Connect.Application.Common.Texts;

namespace Connect.TestKit;

/// <summary>Reads as one who has chosen a language, until it is disposed of: what a test sets on its thread would else be met by the next one there.</summary>
public sealed class InLanguage : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public InLanguage(string language) => CultureInfo.CurrentUICulture = Text.Culture(language);

    public void Dispose() => CultureInfo.CurrentUICulture = _before;
}
