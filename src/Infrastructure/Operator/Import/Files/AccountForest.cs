using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import.Files;

/// <summary>The shape of the account trees as they will be after the load, and their closure in the database.</summary>
internal sealed class AccountForest(DbSession db)
{
    private static readonly Stmt SelectStored = """
        SELECT o.ExternalId AS Organisation, a.ExternalId AS Account, a.Number, p.ExternalId AS Parent
        FROM Account a JOIN Organisation o ON o.Id = a.OrganisationId LEFT JOIN Account p ON p.Id = a.ParentId
        """;

    private static readonly Stmt InsertSelf = "INSERT INTO AccountTree (AncestorId, DescendantId, Depth) VALUES (@id, @id, 0)";
    private static readonly Stmt Detach = """
        DELETE FROM AccountTree WHERE DescendantId IN (SELECT DescendantId FROM AccountTree WHERE AncestorId = @id)
        AND AncestorId NOT IN (SELECT DescendantId FROM AccountTree WHERE AncestorId = @id)
        """;

    private static readonly Stmt Attach = """
        INSERT INTO AccountTree (AncestorId, DescendantId, Depth)
        SELECT above.AncestorId, below.DescendantId, above.Depth + below.Depth + 1
        FROM AccountTree above CROSS JOIN AccountTree below WHERE above.DescendantId = @parentId AND below.AncestorId = @id
        """;

    private readonly Dictionary<string, Node> _nodes = new(StringComparer.Ordinal);

    /// <param name="keepsParent">True when the file does not say where the account stands: where it is, if it is there.</param>
    public void Add(string key, string organisation, string? parent, bool keepsParent, long line) =>
        _nodes[key] = new(organisation, ParentKey(organisation, parent), keepsParent, line);

    public async Task CheckAsync(Load load, string file, CancellationToken cancellation)
    {
        var given = _nodes.Count > 0;
        var rootsBefore = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in await db.ListAsync<Stored>(SelectStored, null, cancellation))
        {
            var (key, parent) = (References.Key(Kinds.Accounts, row.Organisation, row.Account), ParentKey(row.Organisation, row.Parent));
            if (parent is null) rootsBefore[row.Organisation] = key;
            if (!_nodes.TryGetValue(key, out var known)) _nodes[key] = new(row.Organisation, parent, false, 0);
            else if (known.KeepsParent) _nodes[key] = known with { Parent = parent };
        }

        if (!given) return;
        foreach (var (key, node) in _nodes.Where(n => n.Value.Line > 0 && IsInCycle(n.Key))) load.Problems.Add(file, node.Line, "parent", "AccountCycle");
        foreach (var tree in _nodes.GroupBy(n => n.Value.Organisation).Where(t => t.Any(n => n.Value.Line > 0)))
        {
            var roots = tree.Where(n => n.Value.Parent is null).OrderBy(n => n.Value.Line).ToList();
            if (roots.Count == 0) load.Problems.Add(file, tree.First(n => n.Value.Line > 0).Value.Line, "parent", "RootMissing", tree.Key);
            foreach (var extra in roots.Skip(1)) load.Problems.Add(file, extra.Value.Line, "parent", "RootTwice", IdIn(roots[0].Key));
            if (roots.Count == 1 && rootsBefore.TryGetValue(tree.Key, out var before) && before != roots[0].Key) load.Problems.Add(file, roots[0].Value.Line, "parent", "RootMoved", IdIn(before));
        }
    }

    /// <summary>Account numbers that another account of the database has.</summary>
    public async Task CheckNumbersAsync(Load load, string file, Dictionary<string, long> numbers, CancellationToken cancellation)
    {
        foreach (var row in await db.ListAsync<Stored>(SelectStored, null, cancellation))
        {
            if (!numbers.TryGetValue(row.Number, out var line)) continue;
            if (_nodes[References.Key(Kinds.Accounts, row.Organisation, row.Account)].Line != line) load.Problems.Add(file, line, "number", "Taken", 0L);
        }
    }

    /// <summary>Levels below the root; a load writes the upper ones first.</summary>
    public int DepthOf(string key)
    {
        var depth = 0;
        for (var at = _nodes.GetValueOrDefault(key); at?.Parent is not null && depth <= _nodes.Count; at = _nodes.GetValueOrDefault(at.Parent)) depth++;
        return depth;
    }

    /// <summary>Puts the account, with all below it, under its parent in the closure.</summary>
    public async Task PlaceAsync(Guid id, Guid? parentId, bool isNew, CancellationToken cancellation)
    {
        if (isNew) await db.ExecuteAsync(InsertSelf, new { id }, cancellation);
        else await db.ExecuteAsync(Detach, new { id }, cancellation);
        if (parentId is not null) await db.ExecuteAsync(Attach, new { id, parentId }, cancellation);
    }

    private bool IsInCycle(string key) => DepthOf(key) > _nodes.Count;

    private static string? ParentKey(string organisation, string? parent) => parent is null ? null : References.Key(Kinds.Accounts, organisation, parent);

    private static string IdIn(string key) => key[(key.IndexOf('\u001f', StringComparison.Ordinal) + 1)..];

    private sealed record Node(string Organisation, string? Parent, bool KeepsParent, long Line);

    private sealed record Stored
    {
        public required string Organisation { get; init; }
        public required string Account { get; init; }
        public required string Number { get; init; }
        public string? Parent { get; init; }
    }
}
