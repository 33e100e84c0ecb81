namespace Connect.Infrastructure.Commands;

/// <summary>Files and folders that are named on the command line.</summary>
internal static class CommandPath
{
    /// <summary>
    /// The full path, counted from where the user stands. <c>dotnet run</c> starts the program in its project's folder;
    /// the shell's own folder is then in <c>PWD</c>.
    /// </summary>
    public static string Of(string path)
    {
        var here = Path.GetFullPath(path);
        if (Path.IsPathRooted(path) || Path.Exists(here) || Environment.GetEnvironmentVariable("PWD") is not { Length: > 0 } shell) return here;
        return Path.GetFullPath(path, shell);
    }
}
