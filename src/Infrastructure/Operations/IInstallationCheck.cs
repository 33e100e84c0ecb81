namespace Connect.Infrastructure.Operations;

/// <summary>One line of the command <c>check</c>. Registered beside what it is about.</summary>
public interface IInstallationCheck
{
    /// <summary>What is checked, in a word or two.</summary>
    string Name { get; }

    Task<CheckResult> RunAsync(CancellationToken cancellation);
}

/// <param name="Level">A warning leaves the exit code at 0.</param>
/// <param name="Finding">What was found, and what to do about it. No secrets.</param>
public sealed record CheckResult(CheckLevel Level, string Finding)
{
    public static CheckResult Good(string finding) => new(CheckLevel.Good, finding);

    public static CheckResult Warning(string finding) => new(CheckLevel.Warning, finding);

    public static CheckResult Wrong(string finding) => new(CheckLevel.Wrong, finding);
}

public enum CheckLevel
{
    Good,
    Warning,
    Wrong,
}
