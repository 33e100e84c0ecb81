using System.Data.Common;
using Connect.Application.Common.Errors;
using Connect.Application.Messages;

namespace Connect.Infrastructure.Persistence.Users;

internal sealed class UserNoticeStore(DbSession db) : IUserNotices
{
    private static readonly Stmt SelectOff = "SELECT Notice FROM UserNoticeOff WHERE UserId = @userId ORDER BY Notice";
    private static readonly Stmt DeleteOff = "DELETE FROM UserNoticeOff WHERE UserId = @userId";

    private static readonly Stmt SelectReader = """
        SELECT u.Id AS UserId, u.OrganisationId, p.Name, u.Email, u.Language
        FROM PortalUser u JOIN ContactPerson p ON p.Id = u.ContactPersonId
        WHERE u.Id = @userId AND u.IsActive = 1
          AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = u.AccountId AND t.DescendantId = @accountId)
          AND EXISTS (SELECT 1 FROM UserRight r WHERE r.UserId = u.Id AND r.RightCode IN @rights)
          AND NOT EXISTS (SELECT 1 FROM UserNoticeOff n WHERE n.UserId = u.Id AND n.Notice = @notice)
        """;

    public Task<IReadOnlyList<UserNotice>> OffAsync(Guid userId, CancellationToken cancellation) => db.ListAsync<UserNotice>(SelectOff, new { userId }, cancellation);

    public async Task SetOffAsync(Guid userId, IReadOnlyList<UserNotice> off, CancellationToken cancellation)
    {
        await db.ExecuteAsync(DeleteOff, new { userId }, cancellation);
        try
        {
            await db.InsertManyAsync("UserNoticeOff", ["UserId", "Notice"], off.Select(notice => (IReadOnlyList<object?>)[userId, (int)notice]), cancellation);
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            throw new ConflictException();
        }
    }

    public Task<NoticeReader?> ReaderAsync(Guid userId, UserNotice notice, Guid accountId, CancellationToken cancellation) =>
        db.FirstOrDefaultAsync<NoticeReader>(SelectReader, new { userId, notice, accountId, rights = UserNotices.RightsFor(notice) }, cancellation);
}
