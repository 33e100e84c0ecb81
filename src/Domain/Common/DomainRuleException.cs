namespace Connect.Domain.Common;

/// <summary>
/// A rule of the business was broken by an otherwise well-formed request. Shown to the user.
/// </summary>
/// <param name="code">Stable code; the portal's text is the resource <c>Errors.{code}</c>.</param>
/// <param name="field">The input the rule is about, or null when it is about the request as a whole.</param>
/// <param name="arguments">Values that the text mentions.</param>
public sealed class DomainRuleException(string code, string? field = null, params object[] arguments) : Exception(code)
{
    public string Code { get; } = code;
    public string? Field { get; } = field;
    public IReadOnlyList<object> Arguments { get; } = arguments;
}
