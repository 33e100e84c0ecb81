using System.Data.Common;
using Connect.Application.Common.Errors;
using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;

namespace Connect.Infrastructure.Persistence.Subscriptions;

internal sealed class SimStock(DbSession db) : ISimStock
{
    private static readonly Stmt SelectByIcc = """
        SELECT Id, OrganisationId, SubscriptionId, Icc, Imsi, ProtectedPin, ProtectedPuk, Form, State, Version
        FROM SimCard
        WHERE Icc = @icc
        """;

    private static readonly Stmt SelectActive = """
        SELECT Id, OrganisationId, SubscriptionId, Icc, Imsi, ProtectedPin, ProtectedPuk, Form, State, Version
        FROM SimCard
        WHERE SubscriptionId = @subscriptionId AND OrganisationId = @organisationId AND State = 3
        """;

    private static readonly Stmt Insert = """
        INSERT INTO SimCard (Id, OrganisationId, SubscriptionId, Icc, Imsi, ProtectedPin, ProtectedPuk, Form, State, Version)
        VALUES (@Id, @OrganisationId, @SubscriptionId, @Icc, @Imsi, @ProtectedPin, @ProtectedPuk, @Form, @State, 1)
        """;

    private static readonly Stmt Update = """
        UPDATE SimCard
        SET SubscriptionId = @SubscriptionId, Imsi = @Imsi, ProtectedPin = @ProtectedPin, ProtectedPuk = @ProtectedPuk, State = @State, Version = Version + 1
        WHERE Id = @Id AND Version = @Version
        """;

    public async Task<SimCard?> FindAsync(Icc icc, CancellationToken cancellation) =>
        await db.FirstOrDefaultAsync<SimCardData>(SelectByIcc, new { icc = icc.Digits }, cancellation) is { } data ? new SimCard(data) : null;

    public async Task<SimCard?> FindActiveAsync(Guid organisationId, Guid subscriptionId, CancellationToken cancellation) =>
        await db.FirstOrDefaultAsync<SimCardData>(SelectActive, new { organisationId, subscriptionId }, cancellation) is { } data ? new SimCard(data) : null;

    public async Task SaveAsync(SimCard card, CancellationToken cancellation)
    {
        try
        {
            if (await db.ExecuteAsync(card.Data.Version == 0 ? Insert : Update, card.Data, cancellation) == 0) throw new ConflictException();
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            // Two reports of the same card, or of two cards for one service, at the same moment.
            throw new ConflictException();
        }
    }
}
