using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Identity;

internal sealed class GetMeHandler(DbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<GetMe, MeView>
{
    private static readonly Stmt Select = """
        SELECT p.Name, u.UserName, u.Email, u.MobileNumber, u.SmsTwoFactor, h.HeldUntil AS SmsStoppedUntil, o.Name AS OrganisationName, a.DisplayName AS AccountName, u.Language, o.RequireTwoFactor,
            CASE WHEN t.Secret IS NULL THEN 0 ELSE 1 END AS HasAuthenticator,
            (SELECT COUNT(*) FROM RecoveryCode r WHERE r.UserId = u.Id AND r.UsedAt IS NULL) AS RecoveryCodesLeft
        FROM PortalUser u
        JOIN ContactPerson p ON p.Id = u.ContactPersonId
        JOIN Organisation o ON o.Id = u.OrganisationId
        JOIN Account a ON a.Id = u.AccountId
        LEFT JOIN UserAuthenticator t ON t.UserId = u.Id
        LEFT JOIN NumberHold h ON h.MobileNumber = u.MobileNumber AND h.HeldUntil > @now
        WHERE u.Id = @Id
        """;

    public async Task<MeView> Handle(GetMe query, CancellationToken cancellation) =>
        await db.FirstOrDefaultAsync<MeView>(Select, new { user.Id, now = clock.GetUtcNow() }, cancellation) ?? throw new NotFoundException();
}
