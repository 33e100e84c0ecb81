using System.Text.Json;
using Connect.Application.Common.Ports;
using Connect.Domain.Common;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Demo;

/// <summary>What the import does not bring: the log-ins of the demo's users, and something in the histories of services and accounts.</summary>
internal sealed class DemoFinish(DbSession db, ITransactions transactions, DemoLogins logins, DemoTopUps topUps)
{
    private const int ServicesWithHistory = 60, AccountsWithHistory = 25;
    private static readonly Stmt AddEvent = """
        INSERT INTO SubscriptionEvent (Id, SubscriptionId, AccountId, At, Kind, Actor, Detail)
        SELECT @id, s.Id, s.AccountId, @at, @kind, @actor, @detail FROM Subscription s JOIN Organisation o ON o.Id = s.OrganisationId
        WHERE o.ExternalId = @organisation AND s.ExternalId = @subscription
          AND NOT EXISTS (SELECT 1 FROM SubscriptionEvent e WHERE e.SubscriptionId = s.Id AND e.At = @at)
        """;

    private static readonly Stmt AddAccountEvent = """
        INSERT INTO AccountEvent (Id, AccountId, At, Kind, Actor, Detail)
        SELECT @id, a.Id, @at, @kind, @actor, @detail FROM Account a JOIN Organisation o ON o.Id = a.OrganisationId
        WHERE o.ExternalId = @organisation AND a.ExternalId = @account
          AND NOT EXISTS (SELECT 1 FROM AccountEvent e WHERE e.AccountId = a.Id AND e.At = @at)
        """;

    public async Task RunAsync(DemoSize size, IReadOnlyList<DemoCustomer> customers, DateTimeOffset until, CancellationToken cancellation)
    {
        var users = DemoPeople.Users(size, customers);
        await transactions.RunAsync(async () =>
        {
            await logins.RunAsync(size, users, until, cancellation);
            foreach (var customer in customers)
            {
                // Histories name people of the customer's own.
                var actor = users.First(user => user.Organisation == customer.Id).Name;
                await HistoryAsync(size, customer, actor, cancellation);
                await AccountHistoryAsync(size, customer, actor, cancellation);
                await topUps.RunAsync(size, customer, actor, until, cancellation);
            }

            return true;
        }, cancellation);
    }

    private async Task HistoryAsync(DemoSize size, DemoCustomer customer, string actor, CancellationToken cancellation)
    {
        var random = DemoRandom.For(size.Seed, customer.Id + "/history");
        foreach (var service in customer.Services.Where(s => s.IsMobile).Take(ServicesWithHistory))
        {
            var at = StockholmTime.StartOf(size.Month.AddDays(-random.Between(3, 300))).AddMinutes(random.Between(480, 1020));
            var before = $"{random.Pick(DemoNames.First)} {random.Pick(DemoNames.Last)}";
            await db.ExecuteAsync(AddEvent, new
            {
                id = Guid.CreateVersion7(), at, kind = "Renamed", actor, detail = JsonSerializer.Serialize(new[] { before, service.UserName }),
                organisation = customer.Id, subscription = service.Id,
            }, cancellation);
        }
    }

    private async Task AccountHistoryAsync(DemoSize size, DemoCustomer customer, string actor, CancellationToken cancellation)
    {
        var random = DemoRandom.For(size.Seed, customer.Id + "/account-history");
        foreach (var account in customer.Accounts.Take(AccountsWithHistory))
        {
            var at = StockholmTime.StartOf(size.Month.AddDays(-random.Between(3, 300))).AddMinutes(random.Between(480, 1020));
            var (kind, values) = account.Alias is null ? ("ContactPersonAdded", new[] { $"{random.Pick(DemoNames.First)} {random.Pick(DemoNames.Last)}" }) : ("AliasEdited", ["", account.Alias]);
            await db.ExecuteAsync(AddAccountEvent, new
            {
                id = Guid.CreateVersion7(), at, kind, actor, detail = JsonSerializer.Serialize(values), organisation = customer.Id, account = account.Id,
            }, cancellation);
        }
    }
}
