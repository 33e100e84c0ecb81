using Connect.Application.Accounts;
using Connect.Domain.Common;

namespace Connect.Infrastructure.Persistence.Accounts;

internal sealed class OperatorIds(DbSession db) : IOperatorIds
{
    private static readonly Stmt UpdateAccount = $"""
        UPDATE Account SET ExternalId = @reference
        WHERE Id = @accountId AND OrganisationId = @organisationId AND ExternalId LIKE '{PortalId.Prefix}%'
        AND NOT EXISTS (SELECT 1 FROM Account other WHERE other.OrganisationId = @organisationId AND other.ExternalId = @reference)
        """;

    private static readonly Stmt UpdateContactPerson = $"""
        UPDATE ContactPerson SET ExternalId = @reference
        WHERE Id = @personId AND OrganisationId = @organisationId AND ExternalId LIKE '{PortalId.Prefix}%'
        AND NOT EXISTS (SELECT 1 FROM ContactPerson other WHERE other.OrganisationId = @organisationId AND other.ExternalId = @reference)
        """;

    public Task GiveAccountAsync(Guid organisationId, Guid accountId, string reference, CancellationToken cancellation) =>
        db.ExecuteAsync(UpdateAccount, new { organisationId, accountId, reference }, cancellation);

    public Task GiveContactPersonAsync(Guid organisationId, Guid personId, string reference, CancellationToken cancellation) =>
        db.ExecuteAsync(UpdateContactPerson, new { organisationId, personId, reference }, cancellation);
}
