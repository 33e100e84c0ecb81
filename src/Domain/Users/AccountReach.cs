namespace Connect.Domain.Users;

/// <summary>
/// What a user can see (tillgång till konton): an account and everything below it, in one organisation.
/// First parameter of every port method; what lies outside does not exist for the user.
/// </summary>
/// <param name="OrganisationId">The tenant.</param>
/// <param name="AccountId">The account at the top of the reach.</param>
/// <param name="IsRoot">True when that account is the organisation's root: an Administratör.</param>
public readonly record struct AccountReach(Guid OrganisationId, Guid AccountId, bool IsRoot);
