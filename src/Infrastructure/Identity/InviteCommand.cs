using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Domain.Common;
using Connect.Infrastructure.Commands;
using MediatR;

namespace Connect.Infrastructure.Identity;

/// <summary><c>invite --organisation ID --user NAME --email ADDRESS --name "…"</c>: the first user of an organisation.</summary>
internal sealed class InviteCommand(IMediator mediator, CurrentUser caller) : IProgramCommand
{
    private static readonly string[] Known = ["organisation", "user", "email", "name"];

    public string Name => "invite";
    public string Usage => "invite --organisation ID --user NAME --email ADDRESS --name \"…\"   invite an organisation's first user";
    public bool SendsMessages => true;

    public async Task<int> RunAsync(string[] arguments, TextWriter output, CancellationToken cancellation)
    {
        if (Options.Read(arguments, Known) is not { Count: 4 } options)
        {
            await output.WriteLineAsync("All four are needed: " + Usage.Split("   ")[0]);
            return 2;
        }

        caller.Set(Options.CommandLine);
        try
        {
            await mediator.Send(new InviteUser(options["organisation"], options["user"], options["email"], options["name"]), cancellation);
            await output.WriteLineAsync($"{options["user"]} is invited. The running portal sends the mail to {options["email"]}; its link works once.");
            return 0;
        }
        catch (Exception failure) when (Options.Explain(failure) is { } reason)
        {
            await output.WriteLineAsync(reason);
            return 1;
        }
    }

    /// <summary>What the commands of Identity share.</summary>
    internal static class Options
    {
        public static OperatorIdentity CommandLine => new("command line", OperatorScopes.All.ToHashSet());

        /// <summary>Pairs of <c>--name value</c>; null when something else stands there.</summary>
        public static Dictionary<string, string>? Read(IReadOnlyList<string> arguments, IReadOnlyCollection<string> known)
        {
            var options = new Dictionary<string, string>();
            for (var i = 0; i < arguments.Count; i += 2)
            {
                var name = arguments[i].StartsWith("--", StringComparison.Ordinal) ? arguments[i][2..] : "";
                if (!known.Contains(name) || i + 1 >= arguments.Count) return null;
                options[name] = arguments[i + 1];
            }

            return options;
        }

        public static string? Explain(Exception failure) => failure switch
        {
            InvalidInputException input => string.Join('\n', input.Problems.Select(p => $"{p.Field}: {Text.Get(Text.English, "Errors." + p.Code, p.Arguments)}")),
            DomainRuleException rule => Text.Get(Text.English, "Errors." + rule.Code, rule.Arguments),
            _ => null,
        };
    }
}
