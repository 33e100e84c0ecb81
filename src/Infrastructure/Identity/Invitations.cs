using System.Data.Common;
using Connect.Application.Identity;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Identity;

internal sealed class Invitations(DbSession db) : IInvitations
{
    private static readonly Stmt SelectOrganisation = """
        SELECT o.Id, a.Id AS RootAccountId FROM Organisation o JOIN Account a ON a.OrganisationId = o.Id AND a.ParentId IS NULL WHERE o.ExternalId = @externalId
        """;

    private static readonly Stmt InsertPerson = """
        INSERT INTO ContactPerson (Id, OrganisationId, AccountId, ExternalId, Name, Email, Version)
        VALUES (@person, @OrganisationId, @AccountId, @externalId, @Name, @Email, 1)
        """;

    private static readonly Stmt InsertUser = """
        INSERT INTO PortalUser (Id, OrganisationId, AccountId, ContactPersonId, ExternalId, UserName, UserNameKey, Email, EmailKey, Language, SmsTwoFactor, IsActive, CreatedAt, Version)
        VALUES (@Id, @OrganisationId, @AccountId, @person, @externalId, @UserName, @userNameKey, @Email, @emailKey, 'sv', 0, 1, @At, 1)
        """;

    private static readonly Stmt InsertRight = "INSERT INTO UserRight (UserId, RightCode) VALUES (@Id, @right)";

    public async Task<InvitingOrganisation?> OrganisationAsync(string externalId, CancellationToken cancellation) =>
        await db.FirstOrDefaultAsync<OrganisationRow>(SelectOrganisation, new { externalId }, cancellation) is { } row ? new(row.Id, row.RootAccountId) : null;

    public async Task<bool> AddUserAsync(InvitedUser user, CancellationToken cancellation)
    {
        var person = Guid.CreateVersion7();
        // The operator's files know neither; an id of our own keeps them apart from the operator's.
        var externalId = $"invited-{user.Id:N}";
        await db.ExecuteAsync(InsertPerson, new { person, user.OrganisationId, user.AccountId, externalId, user.Name, user.Email }, cancellation);
        try
        {
            await db.ExecuteAsync(InsertUser, new
            {
                user.Id, user.OrganisationId, user.AccountId, person, externalId, user.UserName, userNameKey = SwedishText.Fold(user.UserName),
                user.Email, emailKey = SwedishText.Fold(user.Email), user.At,
            }, cancellation);
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            return false;
        }

        foreach (var right in Enum.GetValues<Right>()) await db.ExecuteAsync(InsertRight, new { user.Id, right }, cancellation);
        return true;
    }

    private sealed record OrganisationRow
    {
        public Guid Id { get; init; }
        public Guid RootAccountId { get; init; }
    }
}
