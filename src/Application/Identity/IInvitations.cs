namespace Connect.Application.Identity;

/// <summary>First users to be.</summary>
public interface IInvitations
{
    /// <summary>The organisation with this id of the operator's, and its root account; null when there is none.</summary>
    Task<InvitingOrganisation?> OrganisationAsync(string externalId, CancellationToken cancellation);

    /// <summary>Adds contact person, user and rights; the user has no password yet.</summary>
    /// <returns>False when the user name is taken.</returns>
    Task<bool> AddUserAsync(InvitedUser user, CancellationToken cancellation);
}

public sealed record InvitingOrganisation(Guid Id, Guid RootAccountId);

/// <summary>Whom an invitation goes to.</summary>
public record Invitee(Guid Id, Guid OrganisationId, string UserName, string Email, string Name, DateTimeOffset At);

/// <summary>A first user: reach is the root, rights are all.</summary>
public sealed record InvitedUser(Guid Id, Guid OrganisationId, Guid AccountId, string UserName, string Email, string Name, DateTimeOffset At)
    : Invitee(Id, OrganisationId, UserName, Email, Name, At);
