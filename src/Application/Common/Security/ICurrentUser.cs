using Connect.Domain.Users;

namespace Connect.Application.Common.Security;

/// <summary>Who a message is sent for. Set once per scope: by the session of a request, by a key, or by the job that acts for a user.</summary>
public interface ICurrentUser
{
    /// <summary>The logged-in user, or null: nobody, or an operator.</summary>
    UserIdentity? Identity { get; }

    /// <summary>The operator key that the request came with, or the command line; null for customers.</summary>
    OperatorIdentity? Operator { get; }

    /// <summary>Where the request came from, for the audit log; null in jobs.</summary>
    string? Address { get; }

    Guid Id => Required.Id;
    AccountReach Reach => Required.Reach;

    bool Has(Right right) => Identity?.Rights.Contains(right) == true;

    private UserIdentity Required => Identity ?? throw new InvalidOperationException("The message needs a logged-in user; its [Requires] is missing.");
}

/// <summary>A user as read from the database for this request: never cached, so a lost right bites at the next one.</summary>
public sealed record UserIdentity
{
    public required Guid Id { get; init; }
    public required string UserName { get; init; }

    /// <summary>Name of the contact person behind the user, shown in the portal and in histories.</summary>
    public required string DisplayName { get; init; }

    public required string OrganisationName { get; init; }
    public required AccountReach Reach { get; init; }
    public required IReadOnlySet<Right> Rights { get; init; }

    /// <summary><c>sv</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The session of the request; null in jobs.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>Name of the personal token that the request came with; null with a session and in jobs. <see cref="Rights"/> are cut to its scopes.</summary>
    public string? TokenName { get; init; }

    /// <summary>What a personal token leaves of the rights, to be stored with work that is ordered with it; null with a session.</summary>
    public string? TokenRights => TokenName is null ? null : string.Join(' ', Rights.Select(right => (int)right).Order());

    /// <summary>The user with no more rights than those that <see cref="TokenRights"/> told when the work was ordered.</summary>
    public UserIdentity CutTo(string? tokenRights)
    {
        if (tokenRights is null) return this;
        var left = tokenRights.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        return this with { Rights = Rights.Where(right => left.Contains($"{(int)right}")).ToHashSet() };
    }

    /// <summary>When the user last proved the password in this session; null in jobs.</summary>
    public DateTimeOffset? ReauthenticatedAt { get; init; }
}

/// <summary>An operator key in use.</summary>
public sealed record OperatorIdentity(string Name, IReadOnlySet<string> Scopes);
