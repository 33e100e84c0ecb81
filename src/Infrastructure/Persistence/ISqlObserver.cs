namespace Connect.Infrastructure.Persistence;

/// <summary>Sees each statement as it is issued. None in production; the tests' shadow and the statement counters are observers.</summary>
public interface ISqlObserver
{
    void OnStatement(Stmt statement, object? parameters, string caller);
}

/// <summary>An observer of every session in the process, whoever made it: the tests' shadow must miss nothing. Null in production.</summary>
internal static class SqlObservers
{
    public static ISqlObserver? Everywhere { get; set; }
}
