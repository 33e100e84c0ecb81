using Connect.Application.Subscriptions;
using Connect.Application.Subscriptions.Bulk;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Orders;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Subscriptions.Bulk;

/// <summary>A customer with some mobile services, and jobs on them.</summary>
internal sealed class BulkWorld : IAsyncDisposable
{
    private static readonly Stmt SelectTold = "SELECT COUNT(*) FROM WorkItem WHERE Kind = 'operator.change' AND SubjectId = @id";
    private static readonly Stmt SelectAudit = "SELECT COUNT(*) FROM AuditEntry WHERE Action = @action AND Outcome = @outcome";

    private BulkWorld(ReplacementWorld inner) => Inner = inner;

    public ReplacementWorld Inner { get; }
    public World World => Inner.World;
    public TestScope Anna => Inner.Anna;

    public static async Task<BulkWorld> MakeAsync(DatabaseEngine engine) => new(await ReplacementWorld.MakeAsync(engine));

    public Task<Guid> ServiceAsync(string name, string? phone = null, SubscriptionStatus status = SubscriptionStatus.Active, SubscriptionKind kind = SubscriptionKind.Mobile) =>
        World.SubscriptionAsync(Inner.Organisation.RootId, name, kind, status, phone);

    /// <summary>A service without any number.</summary>
    public Task<Guid> LineAsync(string name, SubscriptionKind kind = SubscriptionKind.Broadband) => World.SubscriptionAsync(Inner.Organisation.RootId, name, kind, more: ("PhoneNumber", null));

    public static BulkWish Bar(params BarringKind[] kinds) => new() { Kind = BulkKind.AddBarrings, Barrings = kinds };

    public Task<Guid> StartAsync(BulkWish wish, params Guid[] services) => StartAsync(wish, [.. services.Select(id => new BulkService($"{id}"))]);

    public Task<Guid> StartAsync(BulkWish wish, params BulkService[] services) => Anna.SendAsync(new StartBulk(wish, Guid.NewGuid()) { Services = services });

    /// <summary>The job with its preview made.</summary>
    public async Task<Guid> PreviewAsync(BulkWish wish, params Guid[] services)
    {
        var id = await StartAsync(wish, services);
        await Anna.RunDueWorkAsync();
        return id;
    }

    /// <summary>Confirmed, and carried out as far as the operator's answers are due.</summary>
    public async Task ConfirmAsync(Guid id)
    {
        await Anna.SendAsync(new ConfirmBulk(id, Guid.NewGuid()));
        await Anna.RunDueWorkAsync();
    }

    public Task<BulkJobView> JobAsync(Guid id) => Anna.SendAsync(new GetBulkJob(id));

    public async Task<IReadOnlyList<BulkRowView>> RowsAsync(Guid id) => (await Anna.SendAsync(new ListBulkRows(id, null, 1))).Rows;

    public async Task<string> StatesAsync(Guid id) => string.Join(' ', (await RowsAsync(id)).Select(row => row.State));

    public async Task<IReadOnlyList<BarringKind>> BarringsAsync(Guid service) => [.. (await Anna.SendAsync(new GetBarrings(service))).Barrings.Select(view => view.Kind)];

    /// <summary>How often the operator was, or will be, told of a change of the service.</summary>
    public Task<int> ToldAsync(Guid service) => World.Db.FirstOrDefaultAsync<int>(SelectTold, new { id = service });

    /// <param name="outcome">1 done, 2 refused, 3 failed.</param>
    public Task<int> AuditedAsync(string action, int outcome = 1) => World.Db.FirstOrDefaultAsync<int>(SelectAudit, new { action, outcome });

    public ValueTask DisposeAsync() => Inner.DisposeAsync();
}
