using Connect.Infrastructure.Commands;

namespace Connect.Infrastructure.Operations;

/// <summary><c>check</c>: looks over the installation and changes nothing.</summary>
internal sealed class CheckCommand(IEnumerable<IInstallationCheck> checks) : IProgramCommand
{
    public string Name => "check";
    public string Usage => "check                        look over configuration, database, files and outgoing ways";
    public bool NeedsSchema => false;

    public async Task<int> RunAsync(string[] arguments, TextWriter output, CancellationToken cancellation)
    {
        var wrong = false;
        foreach (var check in checks)
        {
            var result = await ResultAsync(check, cancellation);
            wrong |= result.Level == CheckLevel.Wrong;
            var mark = result.Level switch { CheckLevel.Good => "ok  ", CheckLevel.Warning => "warn", _ => "FAIL" };
            await output.WriteLineAsync($"{mark}  {check.Name,-10} {result.Finding}");
        }

        return wrong ? 1 : 0;
    }

    // One check that breaks must not hide the others.
    private static async Task<CheckResult> ResultAsync(IInstallationCheck check, CancellationToken cancellation)
    {
        try
        {
            return await check.RunAsync(cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return CheckResult.Wrong(error.Message);
        }
    }
}
