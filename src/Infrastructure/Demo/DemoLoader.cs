using Connect.Application.Common.Security;
using Connect.Application.Operator;
using Connect.Domain.Common;
using Connect.Infrastructure.Operator.Import;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Demo;

/// <summary>
/// Makes the demo data and loads it by the import. Invoices, monitoring and traffic, which are most of it, come last and may follow while the
/// portal is already in use.
/// </summary>
public sealed class DemoLoader(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Loads everything but invoices, monitoring and traffic into an empty database.</summary>
    /// <returns>False when there is data already.</returns>
    public Task<bool> LoadDefaultAsync(CancellationToken cancellation) =>
        LoadAsync(DemoSize.Default(StockholmTime.MonthOf(clock.Today())), null, cancellation);

    internal async Task<bool> LoadAsync(DemoSize size, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var stopped = await InScopeAsync(services => services.GetRequiredService<DemoState>().FindAsync(cancellation));
        if (stopped is { OnlyUsage: true }) return true;
        // What was broken off is made again as it was, so that the import goes on where it stopped.
        var pending = stopped?.Size == size ? stopped : new DemoPending(size, clock.GetUtcNow());
        var mayLoad = await InScopeAsync(async services =>
        {
            var state = services.GetRequiredService<DemoState>();
            if (!await state.IsEmptyAsync(cancellation) && await state.FindAsync(cancellation) is null) return false;
            await state.StartAsync(pending, cancellation);
            return true;
        });
        if (!mayLoad) return false;
        var files = new DemoFiles(size);
        await ImportAsync(folder => files.WriteTo(folder, pending.Until), progress, cancellation);
        await InScopeAsync(async services =>
        {
            await services.GetRequiredService<DemoFinish>().RunAsync(size, files.Customers, pending.Until, cancellation);
            await services.GetRequiredService<DemoState>().StartAsync(pending with { OnlyUsage = true }, cancellation);
            return true;
        });
        return true;
    }

    /// <summary>Loads the invoices, the monitoring and the traffic that are still missing, if any; after a break it goes on where it stopped.</summary>
    public async Task LoadUsageAsync(IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var pending = await InScopeAsync(services => services.GetRequiredService<DemoState>().FindAsync(cancellation));
        if (pending is null) return;
        var customers = new DemoFiles(pending.Size).Customers;
        await ImportAsync(new DemoInvoices(pending.Size, customers, pending.Until).WriteTo, progress, cancellation);
        await ImportAsync(new DemoMonitoring(pending.Size, customers, pending.Until).WriteTo, progress, cancellation);
        await ImportAsync(new DemoUsage(pending.Size, customers, pending.Until).WriteTo, progress, cancellation);
        await InScopeAsync(async services =>
        {
            await services.GetRequiredService<DemoState>().EndAsync(cancellation);
            return true;
        });
    }

    /// <summary>Loads what the demo's lines would have been measured to since the last time; nothing where there is no demo.</summary>
    public async Task MeasureAsync(CancellationToken cancellation)
    {
        var rows = await InScopeAsync(services => services.GetRequiredService<DemoMeter>().SinceAsync(DemoCustomer.Ids, cancellation));
        if (rows.Count > 0) await ImportAsync(folder => folder.Write(Kinds.Monitoring, DemoMonitoring.Columns, rows), null, cancellation);
    }

    /// <summary>The users to log in with, a line each: those that this database has, and nothing when it holds other data.</summary>
    public async Task<IReadOnlyList<string>> WelcomeAsync(CancellationToken cancellation)
    {
        var users = await InScopeAsync(services => services.GetRequiredService<DemoHint>().UsersAsync(cancellation));
        return users.Count == 0 ? [] : [$"Demo users, all with the password {DemoPeople.Password}:", .. users.Select(user => $"  {user.UserName,-14} {DemoPeople.Who[user.UserName]}")];
    }

    private async Task ImportAsync(Action<CsvFolder> write, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("connect-demo-").FullName;
        try
        {
            await Task.Run(() => write(new CsvFolder(folder)), cancellation);
            var report = await InScopeAsync(services => services.GetRequiredService<IMediator>().Send(new ImportData(new FolderSource(folder), progress), cancellation));
            if (!report.IsApplied) throw new InvalidOperationException("The demo data is wrong: " + ImportCommand.Line(report.Problems[0]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(new OperatorIdentity("demo", new HashSet<string> { "import" }));
        return await work(scope.ServiceProvider);
    }
}
