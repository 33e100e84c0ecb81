using Connect.Application.Identity;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Identity;

internal sealed class NumberHolds(DbSession db) : INumberHolds
{
    // With those that are over: a number is kept no longer than it is held.
    private static readonly Stmt DeleteEarlier = "DELETE FROM NumberHold WHERE HeldUntil <= @now OR (MobileNumber = @number AND HeldUntil < @until)";

    // After the deletion only one that holds for longer is in the way.
    private static readonly Stmt Insert = new(
        "INSERT INTO NumberHold (MobileNumber, HeldUntil) VALUES (@number, @until) ON CONFLICT (MobileNumber) DO NOTHING",
        "INSERT INTO NumberHold (MobileNumber, HeldUntil) SELECT @number, @until WHERE NOT EXISTS (SELECT 1 FROM NumberHold WITH (UPDLOCK, HOLDLOCK) WHERE MobileNumber = @number)");

    private static readonly Stmt SelectHeld = "SELECT HeldUntil FROM NumberHold WHERE MobileNumber = @number AND HeldUntil > @now";
    private static readonly Stmt SelectReceivers = "SELECT Id FROM PortalUser WHERE MobileNumber = @number AND SmsTwoFactor = 1 AND IsActive = 1";

    public async Task HoldAsync(string number, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        await db.ExecuteAsync(DeleteEarlier, new { number, now, until }, cancellation);
        await db.ExecuteAsync(Insert, new { number, until }, cancellation);
    }

    public Task<DateTimeOffset?> HeldUntilAsync(string number, DateTimeOffset now, CancellationToken cancellation) =>
        db.FirstOrDefaultAsync<DateTimeOffset?>(SelectHeld, new { number, now }, cancellation);

    public async Task<IReadOnlyList<Guid>> CodeReceiversAsync(string number, CancellationToken cancellation) =>
        await db.ListAsync<Guid>(SelectReceivers, new { number }, cancellation);
}
