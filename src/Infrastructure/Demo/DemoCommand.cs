using System.Globalization;
using Connect.Domain.Common;
using Connect.Infrastructure.Commands;
using Connect.Infrastructure.Operator.Import;

namespace Connect.Infrastructure.Demo;

/// <summary><c>demo</c>: fills an empty database with made-up data, of the size asked for.</summary>
internal sealed class DemoCommand(DemoLoader loader, TimeProvider clock) : IProgramCommand
{
    private const int MostServices = 1_000_000, MostUsage = 50_000_000;

    public string Name => "demo";
    public string Usage => "demo [--services N] [--usage N] [--accounts N] [--seed N]   fill an empty database with made-up data";

    public async Task<int> RunAsync(string[] arguments, TextWriter output, CancellationToken cancellation)
    {
        if (Read(arguments) is not { } size)
        {
            await output.WriteLineAsync(Usage);
            return 2;
        }

        var progress = new ProgressLines(output);
        if (!await loader.LoadAsync(size, progress, cancellation))
        {
            await output.WriteLineAsync("The database has data already; demo data goes into an empty one only.");
            return 1;
        }

        await loader.LoadUsageAsync(progress, cancellation);
        var customers = new DemoFiles(size).Customers;
        var users = DemoPeople.Users(size, customers);
        await output.WriteLineAsync($"Demo users, all with the password {DemoPeople.Password}:");
        foreach (var user in users) await output.WriteLineAsync($"  {user.UserName,-14} {user.Who}");
        if (DemoUsage.Machine(size, customers[0]) is { } machine) await output.WriteLineAsync($"The machine {machine.UserName} with the number {machine.Phone} has a million records of traffic.");
        return 0;
    }

    internal DemoSize? Read(string[] arguments)
    {
        var given = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 >= arguments.Length || arguments[i] is not ("--services" or "--usage" or "--accounts" or "--seed")
                || !long.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
            given[arguments[i]] = number;
        }

        var services = given.GetValueOrDefault("--services", DemoSize.DefaultServices);
        var accounts = given.GetValueOrDefault("--accounts", services > 2000 ? Math.Max(111, services / 20) : DemoSize.DefaultAccounts);
        var (usage, seed) = (given.GetValueOrDefault("--usage"), given.GetValueOrDefault("--seed", DemoSize.DefaultSeed));
        return services is < 1 or > MostServices || accounts is < 6 or > 100_000 || usage > MostUsage || seed > int.MaxValue
            ? null : new((int)accounts, (int)services, usage, (int)seed, StockholmTime.MonthOf(clock.Today()));
    }
}
