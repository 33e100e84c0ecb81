using Connect.Application.Identity;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Identity;

internal sealed class LoginThrottle(DbSession db) : ILoginThrottle
{
    private const string Columns = "SELECT ThrottleKey, Failures, WindowStart, BlockedUntil FROM LoginThrottle";

    // SQLite's write transaction is alone already.
    private static readonly Stmt Select = new(
        $"{Columns} WHERE ThrottleKey IN @keys",
        $"{Columns} WITH (UPDLOCK, HOLDLOCK) WHERE ThrottleKey IN @keys");

    private static readonly Stmt Save = Stmt.Upsert("LoginThrottle", ["ThrottleKey"], ["Failures", "WindowStart", "BlockedUntil"]);
    private static readonly Stmt Delete = "DELETE FROM LoginThrottle WHERE ThrottleKey = @key";
    private static readonly Stmt DeleteOld = "DELETE FROM LoginThrottle WHERE WindowStart < @windowBefore";

    public Task<IReadOnlyList<ThrottleCounter>> ReadAsync(IReadOnlyList<string> keys, CancellationToken cancellation) =>
        db.ListAsync<ThrottleCounter>(Select, new { keys }, cancellation);

    public Task SaveAsync(ThrottleCounter counter, CancellationToken cancellation) => db.ExecuteAsync(Save, counter, cancellation);

    public Task RemoveAsync(string key, CancellationToken cancellation) => db.ExecuteAsync(Delete, new { key }, cancellation);

    public Task ForgetAsync(DateTimeOffset windowBefore, CancellationToken cancellation) => db.ExecuteAsync(DeleteOld, new { windowBefore }, cancellation);
}
