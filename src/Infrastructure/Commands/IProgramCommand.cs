namespace Connect.Infrastructure.Commands;

/// <summary>
/// A command of the program itself (<c>migrate</c>, <c>import</c> …): <c>dotnet run --project src/Web -- NAME arguments</c>.
/// One registered class a command, in the folder of what it is about. Runs in a scope of its own, after the schema is up to date.
/// </summary>
public interface IProgramCommand
{
    /// <summary>The word on the command line.</summary>
    string Name { get; }

    /// <summary>Arguments and purpose in one line, for <c>--help</c>; three blanks between the two. An option that is not named here is refused with 1 before the command runs.</summary>
    string Usage { get; }

    /// <summary>False for a command that looks at the database as it is: the schema is not brought up to date first.</summary>
    bool NeedsSchema => true;

    /// <summary>True for a command whose purpose is a mail or SMS: what is missing before one can be sent is told after its output.</summary>
    bool SendsMessages => false;

    /// <returns>The exit code: 0 done, 1 failed or refused, 2 wrong arguments.</returns>
    Task<int> RunAsync(string[] arguments, TextWriter output, CancellationToken cancellation);
}
