using System.Globalization;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Tickets;
using Connect.Infrastructure.Operator.Import;

namespace Connect.Infrastructure.Demo;

/// <summary>Tickets in every state over the last half-year, for accounts and services, and what the agreements say of them.</summary>
internal static class DemoTickets
{
    private const string Support = "Sara, kundtjänst";
    private const int OfFirst = 36, OfSecond = 5, FirstNumber = 410_001;

    public static void WriteTo(CsvFolder folder, DemoSize size, IReadOnlyList<DemoCustomer> customers, DateTimeOffset until)
    {
        folder.Write(Kinds.Sla, "organisation agreement priority supportHours responseMinutes solutionMinutes", customers.SelectMany(Sla));
        var tickets = customers.SelectMany((customer, i) => Enumerable.Range(0, i == 0 ? OfFirst : OfSecond).Select(n => One(size, customer, n, FirstNumber + i * 1000 + n, until))).ToList();
        folder.Write(Kinds.Tickets, "id organisation account subscription number type priority title state createdBy user createdAt answeredAt endedAt", tickets.Select(ticket => ticket.Row));
        folder.Write(Kinds.TicketMessages, "id organisation ticket at fromOperator author user text", tickets.SelectMany(ticket => ticket.Messages));
    }

    private static IEnumerable<string?[]> Sla(DemoCustomer customer) =>
    [
        [customer.Id, "AVT-1", "critical", "always", "30", "240"],
        [customer.Id, "AVT-1", "high", "mon-fri 07:00-18:00", "60", "480"],
        [customer.Id, "AVT-1", "normal", "mon-fri 08:00-17:00", "240", "1440"],
        [customer.Id, "AVT-1", "low", "mon-fri 08:00-17:00", "480", "2700"],
    ];

    private static (string?[] Row, List<string?[]> Messages) One(DemoSize size, DemoCustomer customer, int index, int number, DateTimeOffset until)
    {
        var random = DemoRandom.For(size.Seed, $"{customer.Id}/ticket/{index}");
        var thread = DemoThreads.All[index % DemoThreads.All.Length];
        DemoService[] fitting = thread.IsAboutService ? [.. customer.Services.Where(s => s.Status == SubscriptionStatus.Active && !s.Product.IsHidden && thread.Fits(s.Kind))] : [];
        var service = fitting.Length > 0 ? random.Pick(fitting) : null;
        var (by, user) = Author(customer, service, random);
        var account = service?.Account ?? customer.Accounts[user == "U-karl.konto" ? 1 : random.Below(customer.Accounts.Count)];
        var state = StateOf(index, thread.Messages.Length);
        var said = Said(thread, state, Begin(size, index, random, until), random, until);
        var (id, title) = ($"A{index + 1:0000}", Named(thread.Title, service));
        var ended = state.IsOpen() ? (DateTimeOffset?)null : said[^1].At.AddMinutes(state == TicketState.Closed ? 90 : 1);
        string?[] row =
        [
            id, customer.Id, account.Id, service?.Id, number.ToString(CultureInfo.InvariantCulture), Choices<TicketType>.Spelled(thread.Type), thread.Priority is { } priority ? Choices<TicketPriority>.Spelled(priority) : null,
            title, Choices<TicketState>.Spelled(state), by, user, Written(said[0].At), said.Count > 1 ? Written(said[1].At) : null, ended is { } end ? Written(end < until ? end : until) : null,
        ];
        return (row, [.. said.Select((message, i) => (string?[])
            [$"{id}-{i + 1}", customer.Id, id, Written(message.At), i % 2 == 1 ? "true" : "false", i % 2 == 1 ? Support : by, i % 2 == 1 ? null : user, Named(message.Text, service)])]);
    }

    // As many messages as the state has come to, in working hours.
    private static List<(DateTimeOffset At, string Text)> Said(DemoThread thread, TicketState state, DateTimeOffset begin, DemoRandom random, DateTimeOffset until)
    {
        var count = state switch { TicketState.New => 1, TicketState.InProgress => Math.Min(3, thread.Messages.Length), TicketState.WaitingForCustomer => 2, _ => thread.Messages.Length };
        if (state == TicketState.InProgress && count == 2) count = 1;
        var (said, at) = (new List<(DateTimeOffset, string)>(), begin);
        foreach (var text in thread.Messages.Take(count))
        {
            said.Add((at < until ? at : until.AddMinutes(said.Count - count), text));
            at = SupportHours.Parse("mon-fri 08:00-17:00").Add(at, TimeSpan.FromMinutes(random.Between(12, said.Count % 2 == 1 ? 200 : 400)));
        }

        return said;
    }

    // Those under way are of the last days, the others of the last half-year.
    private static DateTimeOffset Begin(DemoSize size, int index, DemoRandom random, DateTimeOffset until)
    {
        var day = StockholmTime.DayOf(until).AddDays(index < 12 ? -random.Between(2, 9) : -random.Between(10, 170));
        while (!SwedishHolidays.IsWorkday(day)) day = day.AddDays(-1);
        return StockholmTime.StartOf(day).AddMinutes(random.Between(480, 960) + size.Seed % 2);
    }

    // The first dozen go through all states; of the others most are closed.
    private static TicketState StateOf(int index, int messages) => (index < 12 ? index % 4 : 3 + index % 3) switch
    {
        0 => TicketState.New,
        1 => messages > 2 ? TicketState.InProgress : TicketState.New,
        2 => messages > 1 ? TicketState.WaitingForCustomer : TicketState.New,
        3 => messages > 1 ? TicketState.Solved : TicketState.InProgress,
        _ => TicketState.Closed,
    };

    private static (string Name, string? User) Author(DemoCustomer customer, DemoService? service, DemoRandom random)
    {
        if (customer.Id != DemoCustomer.Ids[0]) return ("Berit Annansson", "U-berit.annan");
        // Lines, machines and cars have names too, but write no tickets.
        if (service is not null && random.Chance(30) && service.Kind is SubscriptionKind.Mobile or SubscriptionKind.PbxUser) return (service.UserName, null);
        return random.Below(3) switch { 0 => ("Karl Öhrn", "U-karl.konto"), _ => ("Anna Ådahl", "U-anna.admin") };
    }

    private static string Named(string text, DemoService? service) => text.Replace("{0}", service?.UserName ?? "Vår kollega", StringComparison.Ordinal);

    private static string Written(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
