using System.Data.Common;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Identity;

internal sealed class OperatorKeys(DbSession db) : IOperatorKeys
{
    private static readonly Stmt Select = "SELECT Name, Scopes FROM OperatorKey WHERE KeyHash = @keyHash AND WithdrawnAt IS NULL";
    private static readonly Stmt Insert = "INSERT INTO OperatorKey (Id, Name, KeyHash, Scopes, CreatedAt) VALUES (@Id, @Name, @KeyHash, @scopes, @At)";

    public async Task<OperatorIdentity?> FindAsync(string keyHash, CancellationToken cancellation) =>
        await db.FirstOrDefaultAsync<Row>(Select, new { keyHash }, cancellation) is { } row ? new(row.Name, row.Scopes.Split(' ').ToHashSet()) : null;

    public async Task<bool> AddAsync(NewOperatorKey key, CancellationToken cancellation)
    {
        try
        {
            await db.ExecuteAsync(Insert, new { key.Id, key.Name, key.KeyHash, scopes = string.Join(' ', key.Scopes), key.At }, cancellation);
            return true;
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            return false;
        }
    }

    private sealed record Row
    {
        public string Name { get; init; } = "";
        public string Scopes { get; init; } = "";
    }
}
