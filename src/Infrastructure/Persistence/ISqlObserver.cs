namespace Connect.Infrastructure.Persistence;

/// <summary>Sees each statement as it is issued. None in production; the tests' shadow and the statement counters are observers.</summary>
public interface ISqlObserver
{
    void OnStatement(Stmt statement, object? parameters, string caller);
}
