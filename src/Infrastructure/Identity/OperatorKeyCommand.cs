using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Infrastructure.Commands;
using MediatR;

namespace Connect.Infrastructure.Identity;

/// <summary><c>operator-key NAME [--scopes a,b]</c>: makes a key for one of the operator's systems and prints it, this once.</summary>
internal sealed class OperatorKeyCommand(IMediator mediator, CurrentUser caller) : IProgramCommand
{
    private static readonly string[] Known = ["scopes"];

    public string Name => "operator-key";
    public string Usage => $"operator-key NAME [--scopes {string.Join(',', OperatorScopes.ForKeys)}]   make a key for one of the operator's systems";

    public async Task<int> RunAsync(string[] arguments, TextWriter output, CancellationToken cancellation)
    {
        if (arguments is not [{ Length: > 0 } name, .. var rest] || name.StartsWith('-') || InviteCommand.Options.Read(rest, Known) is not { } options)
        {
            await output.WriteLineAsync("Name the key: " + Usage.Split("   ")[0]);
            return 2;
        }

        caller.Set(InviteCommand.Options.CommandLine);
        var scopes = options.TryGetValue("scopes", out var given) ? given.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [.. OperatorScopes.ForKeys];
        try
        {
            var key = await mediator.Send(new CreateOperatorKey(name, scopes), cancellation);
            await output.WriteLineAsync($"{key}\nThis is the only time it is shown. Send it as 'Authorization: Bearer …' or 'X-Operator-Key: …'. It is for: {string.Join(", ", scopes)}.");
            return 0;
        }
        catch (Exception failure) when (InviteCommand.Options.Explain(failure) is { } reason)
        {
            await output.WriteLineAsync(reason);
            return 1;
        }
    }
}
