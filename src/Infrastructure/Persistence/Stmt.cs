namespace Connect.Infrastructure.Persistence;

public enum DatabaseEngine
{
    Sqlite,
    SqlServer,
}

/// <summary>
/// One SQL statement in one spelling or two. Stands as a <c>static readonly</c> field beside the one method that runs it;
/// a plain string serves both engines. Every field is bound against the SQL Server schema by a test.
/// </summary>
public sealed record Stmt(string Sqlite, string SqlServer)
{
    public static implicit operator Stmt(string both) => new(both, both);

    /// <summary>An ordered select cut to one page by <c>@skip</c> and <c>@take</c>.</summary>
    public static Stmt Page(string ordered) =>
        new($"{ordered} LIMIT @take OFFSET @skip", $"{ordered} OFFSET @skip ROWS FETCH NEXT @take ROWS ONLY");

    /// <summary>An ordered select cut to its first <c>@take</c> rows.</summary>
    public static Stmt Top(string ordered) => Top(ordered, ordered);

    /// <inheritdoc cref="Top(string)"/>
    public static Stmt Top(string sqlite, string sqlServer) => new($"{sqlite} LIMIT @take", $"{sqlServer} OFFSET 0 ROWS FETCH NEXT @take ROWS ONLY");

    /// <summary>Inserts a row, or updates it when the key is there. All columns are parameters of the same name.</summary>
    public static Stmt Upsert(string table, string[] key, string[] columns)
    {
        var all = key.Concat(columns).ToArray();
        var names = string.Join(", ", all);
        var values = string.Join(", ", all.Select(c => "@" + c));
        var set = string.Join(", ", columns.Select(c => $"{c} = @{c}"));
        var where = string.Join(" AND ", key.Select(c => $"{c} = @{c}"));
        return new(
            $"INSERT INTO {table} ({names}) VALUES ({values}) ON CONFLICT ({string.Join(", ", key)}) DO UPDATE SET {set}",
            $"UPDATE {table} WITH (UPDLOCK, SERIALIZABLE) SET {set} WHERE {where}; IF @@ROWCOUNT = 0 INSERT INTO {table} ({names}) VALUES ({values})");
    }

    public string For(DatabaseEngine engine) => engine == DatabaseEngine.Sqlite ? Sqlite : SqlServer;
}
