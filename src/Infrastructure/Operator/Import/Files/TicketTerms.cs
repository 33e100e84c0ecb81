using System.Globalization;
using Connect.Domain.Common;
using Connect.Domain.Tickets;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import.Files;

/// <summary>What follows for a ticket from its service and the agreement: the service's name and number, and the times that were agreed.</summary>
internal sealed class TicketTerms(DbSession db, References references, TimeProvider clock)
{
    private static readonly Stmt SelectServices = "SELECT Id, UserName, COALESCE(PhoneNumber, FixedNumber) AS PhoneNumber, AgreementId FROM Subscription";
    private static readonly Stmt SelectSomeServices = "SELECT Id, UserName, COALESCE(PhoneNumber, FixedNumber) AS PhoneNumber, AgreementId FROM Subscription WHERE ExternalId IN @ids";
    private static readonly Stmt SelectAgreements = "SELECT g.Id, g.OrganisationId, g.ValidFrom, g.ValidTo FROM Agreement g WHERE EXISTS (SELECT 1 FROM AgreementSla x WHERE x.AgreementId = g.Id) ORDER BY g.ValidFrom DESC, g.Id";
    private static readonly Stmt SelectTimes = "SELECT AgreementId, Priority, SupportHours, ResponseMinutes, SolutionMinutes FROM AgreementSla";
    // A load never tells that a ticket is new.
    private static readonly Stmt SelectOfPortal = "SELECT TicketId FROM TicketEvent WHERE State = 1";
    private static readonly Stmt SelectSomeOfPortal = "SELECT e.TicketId FROM TicketEvent e JOIN Ticket k ON k.Id = e.TicketId WHERE e.State = 1 AND k.ExternalId IN @ids";
    private Dictionary<Guid, Service> _services = [];
    private ILookup<Guid, Agreement> _agreements = Enumerable.Empty<Agreement>().ToLookup(agreement => agreement.OrganisationId);
    private HashSet<Guid> _ofPortal = [];
    private Dictionary<(Guid, TicketPriority), Times> _times = [];

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        _times = (await db.ListAsync<Times>(SelectTimes, null, cancellation)).ToDictionary(row => (row.AgreementId, row.Priority));
        _agreements = (await db.ListAsync<Agreement>(SelectAgreements, null, cancellation)).ToLookup(row => row.OrganisationId);
        _ofPortal = [.. await references.ReadAsync<Guid>(SelectOfPortal, SelectSomeOfPortal, cancellation)];
        _services = (await references.ReadAsync<Service>(SelectServices, SelectSomeServices, cancellation)).ToDictionary(row => row.Id);
    }

    public void Fill(StoredRow row)
    {
        row["SearchTitle"] = SwedishText.Fold((string)row["Title"]!);
        var type = (TicketType)Number(row["Type"])!.Value;
        if (type == TicketType.Support) row["Priority"] ??= (long)TicketPriority.Normal;
        // What was worked out before stays where the file says nothing.
        foreach (var column in new[] { "AnsweredAt", "SolutionDueAt" }) row[column] ??= row.Before(column);
        if (!row.IsNew && _ofPortal.Contains(row.Id("Id"))) foreach (var column in new[] { "CreatedById", "SubscriptionId" }) row[column] ??= row.Before(column);
        Date(row);
        row["SolvedAt"] = row["EndedAt"] is null ? null : row["SolvedAt"] ?? row["EndedAt"];
        if (row["SubscriptionId"] is null) (row["ServiceName"], row["ServiceNumber"]) = (null, null);
        else if ((row.IsNew || row.Differs("SubscriptionId")) && _services.TryGetValue(row.Id("SubscriptionId"), out var service)) (row["ServiceName"], row["ServiceNumber"]) = (service.UserName, service.PhoneNumber);
        if (row.IsNew && type == TicketType.Support) Agree(row);
        StopOrGoOn(row);
    }

    public static DateTimeOffset? At(StoredRow row, string column) => Instant(row[column]);

    private static DateTimeOffset? Instant(object? value) => value switch
    {
        null => null,
        DateTimeOffset instant => instant,
        var text => DateTimeOffset.Parse((string)text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
    };

    // It only moves on. A new state that the file does not date came now.
    private void Date(StoredRow row)
    {
        var (told, known) = (At(row, "UpdatedAt"), Instant(row.Before("UpdatedAt")));
        var isNow = !row.IsNew && row.Differs("State") && row["EndedAt"] is null && !(told > known);
        row["UpdatedAt"] = new[] { told, known, At(row, "CreatedAt"), At(row, "AnsweredAt"), At(row, "EndedAt"), isNow ? clock.GetUtcNow() : null }.Max();
    }

    // As for tickets that are made in the portal: of the agreements that hold on the day the service's own, else the newest; and the whole of it.
    private void Agree(StoredRow row)
    {
        var (made, priority) = (At(row, "CreatedAt")!.Value, (TicketPriority)Number(row["Priority"])!.Value);
        var day = StockholmTime.DayOf(made);
        var own = row["SubscriptionId"] is null ? null : _services.GetValueOrDefault(row.Id("SubscriptionId"))?.AgreementId;
        var holding = _agreements[row.Id("OrganisationId")].Where(agreement => agreement.ValidFrom <= day && !(agreement.ValidTo < day)).ToList();
        var counts = holding.Find(agreement => agreement.Id == own) ?? holding.FirstOrDefault();
        if (counts is null || !_times.TryGetValue((counts.Id, priority), out var times)) return;
        var sla = TicketSla.Start(times.ToTimes(), made);
        (row["SlaHours"], row["SlaResponseMinutes"], row["SlaSolutionMinutes"]) = (times.SupportHours, times.ResponseMinutes, times.SolutionMinutes);
        (row["ResponseDueAt"], row["SolutionDueAt"]) = (sla.ResponseDueAt, row["SolutionDueAt"] ?? sla.SolutionDueAt);
    }

    // Where the state says so the clock stands still; an operator who knows better tells by when it is to be solved.
    private static void StopOrGoOn(StoredRow row)
    {
        if (row["SlaHours"] is not string hours)
        {
            (row["SolutionDueAt"], row["SlaStoppedAt"]) = (null, null);
            return;
        }

        var stands = !((TicketState)Number(row["State"])!.Value).Counts();
        if (!stands && Instant(row.Before("SlaStoppedAt")) is { } stopped && !row.Differs("SolutionDueAt"))
        {
            var sla = new TicketSla { Agreed = new(SupportHours.Parse(hours), null, null), SolutionDueAt = At(row, "SolutionDueAt"), StoppedAt = stopped };
            row["SolutionDueAt"] = sla.GoOn(At(row, "UpdatedAt")!.Value).SolutionDueAt;
        }

        row["SlaStoppedAt"] = !stands ? null : row["SlaStoppedAt"] ?? row["EndedAt"] ?? row["UpdatedAt"];
    }

    private static int? Number(object? value) => value is null ? null : Convert.ToInt32(value, CultureInfo.InvariantCulture);

    private sealed record Service
    {
        public required Guid Id { get; init; }
        public required string UserName { get; init; }
        public string? PhoneNumber { get; init; }
        public Guid? AgreementId { get; init; }
    }

    private sealed record Agreement
    {
        public required Guid Id { get; init; }
        public required Guid OrganisationId { get; init; }
        public required DateOnly ValidFrom { get; init; }
        public DateOnly? ValidTo { get; init; }
    }

    private sealed record Times
    {
        public required Guid AgreementId { get; init; }
        public required TicketPriority Priority { get; init; }
        public required string SupportHours { get; init; }
        public int? ResponseMinutes { get; init; }
        public int? SolutionMinutes { get; init; }

        public AgreedTimes ToTimes() => new(Domain.Tickets.SupportHours.Parse(SupportHours), TimeOf(ResponseMinutes), TimeOf(SolutionMinutes));

        private static TimeSpan? TimeOf(int? minutes) => minutes is { } known ? TimeSpan.FromMinutes(known) : null;
    }
}
