using Connect.Application.Common.Security;

namespace Connect.Application.Identity;

/// <summary>Personal tokens of integrators, stored hashed.</summary>
public interface IPersonalTokens
{
    /// <summary>Token, user, reach and rights as they are now, in one read; null when it is unknown, withdrawn, expired or its user not active.</summary>
    Task<TokenState?> ReadAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellation);

    Task TouchAsync(Guid tokenId, DateTimeOffset at, CancellationToken cancellation);

    Task AddAsync(NewPersonalToken token, CancellationToken cancellation);

    /// <summary>Those that are not withdrawn, newest first; expired ones for as long as the row is kept.</summary>
    Task<IReadOnlyList<PersonalTokenRow>> ListAsync(Guid userId, CancellationToken cancellation);

    /// <returns>The token's name, or null when the user has no such token.</returns>
    Task<string?> WithdrawAsync(Guid userId, Guid tokenId, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Withdraws every token of the user. Call it when the user is deactivated: a reactivated user makes new ones.</summary>
    Task WithdrawAllAsync(Guid userId, DateTimeOffset now, CancellationToken cancellation);
}

/// <param name="Identity">With every right of the user; the scopes cut it down.</param>
public sealed record TokenState(Guid Id, UserIdentity Identity, IReadOnlyList<string> Scopes, DateTimeOffset? LastUsedAt);

public sealed record NewPersonalToken(Guid Id, Guid UserId, string Name, string TokenHash, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

public sealed record PersonalTokenRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Scopes { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; init; }
}

/// <summary>Who an API call with a personal token comes from: read at each call, so that a lost right or a withdrawn token bites at the next.</summary>
public sealed class PersonalTokenReader(IPersonalTokens tokens, TimeProvider clock)
{
    /// <summary>Every token begins so: found by secret scanners, told from operator keys.</summary>
    public const string Prefix = "cpt_";

    private static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(1);

    /// <returns>The user with the rights that the token's scopes leave, or null when it is worth nothing.</returns>
    public async Task<UserIdentity?> ReadAsync(string token, CancellationToken cancellation)
    {
        if (token.Length is <= 4 or > 100 || !token.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var now = clock.GetUtcNow();
        if (await tokens.ReadAsync(Token.Hash(token), now, cancellation) is not { } state) return null;
        if (!(state.LastUsedAt > now - TouchEvery)) await tokens.TouchAsync(state.Id, now, cancellation);
        var scopes = TokenScopes.RightsOf(state.Scopes);
        return state.Identity with { Rights = state.Identity.Rights.Where(scopes.Contains).ToHashSet() };
    }
}
