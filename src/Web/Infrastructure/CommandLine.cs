namespace Connect.Web.Infrastructure;

/// <summary>
/// <c>[NAME arguments] [--urls URL] [--data FOLDER] [--role web|worker]</c>: what belongs to the host is told from what belongs to the command.
/// </summary>
internal sealed record CommandLine(string? Name, string[] Arguments, string[] HostArguments)
{
    /// <summary>Tells the commands; <c>--help</c> and <c>-h</c> too.</summary>
    public const string Help = "help";

    private static readonly string[] HostOptions = ["--urls", "--data", "--role", "--environment", "--contentRoot", "--applicationName"];

    public static CommandLine Parse(string[] args)
    {
        if (args is ["--help" or "-h" or "-?", ..]) return new(Help, [], args[1..]);
        var name = args is [{ } first, ..] && !first.StartsWith('-') ? first : null;
        if (name is null) return new(null, [], args);
        var own = new List<string>();
        var host = new List<string>();
        for (var i = 1; i < args.Length; i++)
        {
            var option = args[i].Split('=')[0];
            // Settings with a colon (--Database:Provider=SqlServer) are the host's too.
            var isHost = HostOptions.Contains(option) || option.Contains(':', StringComparison.Ordinal);
            (isHost ? host : own).Add(args[i]);
            if (isHost && !args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Length) host.Add(args[++i]);
        }

        return new(name, [.. own], [.. host]);
    }

    /// <summary>True when somebody asks what the command does, instead of having it done.</summary>
    public bool AsksForHelp => Arguments.Any(argument => argument is "--help" or "-h" or "-?");

    /// <summary>The first argument that the command does not know; null when it knows all. What it knows are the options that its usage names.</summary>
    public string? Unknown(string usage)
    {
        var words = usage.Split([' ', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        var takesNone = usage.Split("   ")[0] == Name;
        for (var i = 0; i < Arguments.Length; i++)
        {
            if (Arguments[i].StartsWith('-') && words.Contains(Arguments[i])) i++; // the next is its value, whatever it looks like
            else if (takesNone || Arguments[i].StartsWith('-')) return Arguments[i];
        }

        return null;
    }
}
