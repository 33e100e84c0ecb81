using Connect.Application.Common.Security;

namespace Connect.Application.Identity;

/// <summary>Whose operator key a request came with.</summary>
public sealed class OperatorKeyReader(IOperatorKeys keys)
{
    /// <summary>Every key begins so: found by secret scanners, told from personal tokens.</summary>
    public const string Prefix = "cop_";

    /// <returns>The key's name and scopes, or null when it is unknown or withdrawn.</returns>
    public async Task<OperatorIdentity?> ReadAsync(string key, CancellationToken cancellation) =>
        key.Length is > 4 and <= 100 && key.StartsWith(Prefix, StringComparison.Ordinal) ? await keys.FindAsync(Token.Hash(key), cancellation) : null;
}

/// <summary>Keys of the operator's systems and staff, stored hashed.</summary>
public interface IOperatorKeys
{
    /// <summary>The key in use, or null.</summary>
    Task<OperatorIdentity?> FindAsync(string keyHash, CancellationToken cancellation);

    /// <returns>False when the name is taken.</returns>
    Task<bool> AddAsync(NewOperatorKey key, CancellationToken cancellation);
}

public sealed record NewOperatorKey(Guid Id, string Name, string KeyHash, IReadOnlyList<string> Scopes, DateTimeOffset At);
