using Connect.Application.Common.Lists;
using Connect.Application.Invoices;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Dapper;

namespace Connect.Benchmarks;

/// <summary>a for invoices: their list over 100 000 invoices and 5 000 accounts, for users who see all, a tenth and a hundredth of it. The floor is the quickest of two hand-written shapes.</summary>
public sealed class InvoicesListBenchmark : IScenarioGroup
{
    private const int Invoices = 100_000, Accounts = 5_000;
    private static readonly InvoiceListView[] Views =
    [
        new("default view", "", "", "IX_Invoice_Date", ["i.InvoicedOn DESC", "i.SearchNumber DESC", "i.Seq DESC"]),
        new("unpaid ones", "f.status=overdue,unpaid,partly-paid", " AND i.Settlement = 1", "IX_Invoice_State", ["i.InvoicedOn DESC", "i.SearchNumber DESC", "i.Seq DESC"]),
        new("number contains", "f.number=~77", " AND instr(i.SearchNumber, '77') > 0", "IX_Invoice_Date", ["i.InvoicedOn DESC", "i.SearchNumber DESC", "i.Seq DESC"]),
        new("by amount", "sort=amount", "", "IX_Invoice_Total", ["i.Total", "i.SearchNumber", "i.Seq"]),
        new("by status", "sort=status", "", "IX_Invoice_State", ["i.Settlement", "i.DueOn", "i.SearchNumber", "i.Seq"]),
        new("last page", "page=1000000", "", "IX_Invoice_Date", ["i.InvoicedOn", "i.SearchNumber", "i.Seq"], IsLast: true),
    ];

    private readonly TestDatabase _database = new();
    private readonly List<IScenario> _scenarios = [];

    public IReadOnlyList<IScenario> Scenarios => _scenarios;

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var large = new LargeWorld();
        await using (var world = new World(_database))
        {
            await large.MakeAsync(world.Db, 0, Accounts);
            await large.MakeInvoicesAsync(world.Db, Invoices);
        }

        (string Name, AccountReach Reach)[] reaches = [("100 %", large.Root), ("10 %", large.Tenth), ("1 %", large.Hundredth)];
        foreach (var view in Views)
            foreach (var (name, reach) in reaches)
                _scenarios.Add(new InvoiceListScenario(_database, $"a. invoices list, {view.Name}, {name}", reach, view));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}

/// <param name="Where">Further condition of the hand-written SQL.</param>
/// <param name="Index">That the count, and the page of who sees all, is read from.</param>
internal sealed record InvoiceListView(string Name, string Query, string Where, string Index, string[] Order, bool IsLast = false);

internal sealed class InvoiceListScenario(TestDatabase database, string name, AccountReach reach, InvoiceListView view) : IScenario
{
    private const string Rows = "i.OrganisationId = @organisationId";
    private const string State = "CASE WHEN i.Settlement <> 1 THEN i.Settlement WHEN i.DueOn < @today THEN 1 WHEN i.Outstanding < i.Total THEN 3 ELSE 2 END";
    private readonly TestScope _scope = new(database, Viewer.Of(reach, Right.ViewInvoices));
    private readonly ListRequest _request = Viewer.Request(view.Query, ListInvoices.Columns);
    private readonly SqliteDialect _dialect = new(database.Options.ConnectionString);
    private (string Count, string Page) _best;
    private int _total;

    public string Name => name;
    public Limit Limit => new(2.5);
    public int Rounds => 15;

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var times = new List<((string, string) Shape, TimeSpan Time)>();
        foreach (var shape in Shapes().ToList())
        {
            _best = shape;
            await FloorAsync(cancellation);
            var watch = System.Diagnostics.Stopwatch.StartNew();
            for (var i = 0; i < 3; i++) await FloorAsync(cancellation);
            times.Add((shape, watch.Elapsed));
        }

        _best = times.MinBy(t => t.Time).Shape;
    }

    public async Task<TimeSpan?> ProductAsync(CancellationToken cancellation)
    {
        var page = await _scope.SendAsync(new ListInvoices(_request));
        return page.Rows.Count > 0 && page.Total == _total ? null : throw new InvalidOperationException($"{page.Total} rows, the floor has {_total}.");
    }

    public async Task<TimeSpan?> FloorAsync(CancellationToken cancellation)
    {
        await using var connection = await _dialect.OpenAsync(cancellation);
        var parameters = new { organisationId = reach.OrganisationId, reachId = reach.AccountId };
        _total = await connection.ExecuteScalarAsync<int>(_best.Count, parameters);
        var take = view.IsLast ? (_total - 1) % 20 + 1 : 20;
        await connection.QueryAsync<InvoiceRow>(_best.Page, new { parameters.organisationId, parameters.reachId, take, today = World.Today });
        return null;
    }

    public ValueTask DisposeAsync() => _scope.DisposeAsync();

    private IEnumerable<(string Count, string Page)> Shapes()
    {
        var gathered = reach.IsRoot
            ? $"Invoice i INDEXED BY {view.Index} WHERE {Rows}{view.Where}"
            : $"AccountTree t CROSS JOIN Invoice i INDEXED BY IX_Invoice_Account ON i.AccountId = t.DescendantId WHERE t.AncestorId = @reachId AND {Rows}{view.Where}";
        var narrow = reach.IsRoot && view.Where.Length == 0 ? gathered.Replace(view.Index, "IX_Invoice_AccountOrder", StringComparison.Ordinal) : gathered;
        yield return ($"SELECT COUNT(*) FROM {narrow}", Page(gathered));
        var walk = view.Name.StartsWith("by", StringComparison.Ordinal) ? view.Index : "IX_Invoice_Date";
        var within = reach.IsRoot ? "" : " AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = i.AccountId)";
        yield return ($"SELECT COUNT(*) FROM {narrow}", Page($"Invoice i INDEXED BY {walk} WHERE {Rows}{view.Where}{within}"));
    }

    private string Page(string from)
    {
        var order = string.Join(", ", view.Order);
        return $"SELECT i.Number, a.DisplayName AS Account, a.Number AS AccountNumber, i.InvoicedOn, i.DueOn, i.Total, i.Outstanding, {State} AS State, i.PaymentReference "
            + $"FROM (SELECT i.Seq AS RowSeq FROM {from} ORDER BY {order} LIMIT @take) x CROSS JOIN Invoice i ON i.Seq = x.RowSeq JOIN Account a ON a.Id = i.AccountId ORDER BY {order}";
    }
}
