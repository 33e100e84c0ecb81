using System.Globalization;
using Connect.Domain.Tickets;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import.Files;

/// <summary>What follows for a ticket from its service and the agreement: the service's name and number, and the times that were agreed.</summary>
internal sealed class TicketTerms(DbSession db)
{
    private static readonly Stmt SelectServices = "SELECT Id, UserName, COALESCE(PhoneNumber, FixedNumber) AS PhoneNumber, AgreementId FROM Subscription";
    private static readonly Stmt SelectAgreements = "SELECT g.Id, g.OrganisationId FROM Agreement g WHERE EXISTS (SELECT 1 FROM AgreementSla x WHERE x.AgreementId = g.Id) ORDER BY g.ValidFrom DESC, g.Id";
    private static readonly Stmt SelectTimes = "SELECT AgreementId, Priority, SupportHours, ResponseMinutes, SolutionMinutes FROM AgreementSla";
    private Dictionary<Guid, Service> _services = [];
    private ILookup<Guid, Guid> _agreements = Enumerable.Empty<Guid>().ToLookup(id => id);
    private Dictionary<(Guid, TicketPriority), Times> _times = [];

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        _times = (await db.ListAsync<Times>(SelectTimes, null, cancellation)).ToDictionary(row => (row.AgreementId, row.Priority));
        _agreements = (await db.ListAsync<Agreement>(SelectAgreements, null, cancellation)).ToLookup(row => row.OrganisationId, row => row.Id);
        _services = (await db.ListAsync<Service>(SelectServices, null, cancellation)).ToDictionary(row => row.Id);
    }

    public void Fill(StoredRow row)
    {
        row["SearchTitle"] = SwedishText.Fold((string)row["Title"]!);
        var type = (TicketType)Number(row["Type"])!.Value;
        if (type == TicketType.Support) row["Priority"] ??= (long)TicketPriority.Normal;
        // What was worked out before stays where the file says nothing.
        foreach (var column in new[] { "UpdatedAt", "AnsweredAt", "SolutionDueAt" }) row[column] ??= row.Before(column);
        row["UpdatedAt"] ??= new[] { At(row, "CreatedAt"), At(row, "AnsweredAt"), At(row, "EndedAt") }.Max();
        row["SolvedAt"] = row["EndedAt"] is null ? null : row["SolvedAt"] ?? row["EndedAt"];
        if (row["SubscriptionId"] is null) (row["ServiceName"], row["ServiceNumber"]) = (null, null);
        else if ((row.IsNew || row.Differs("SubscriptionId")) && _services.TryGetValue(row.Id("SubscriptionId"), out var service)) (row["ServiceName"], row["ServiceNumber"]) = (service.UserName, service.PhoneNumber);
        if (row.IsNew && type == TicketType.Support) Agree(row);
        StopOrGoOn(row);
    }

    public static DateTimeOffset? At(StoredRow row, string column) => row[column] switch
    {
        null => null,
        DateTimeOffset instant => instant,
        var text => DateTimeOffset.Parse((string)text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
    };

    private void Agree(StoredRow row)
    {
        var own = row["SubscriptionId"] is null ? null : _services.GetValueOrDefault(row.Id("SubscriptionId"))?.AgreementId;
        var priority = (TicketPriority)Number(row["Priority"])!.Value;
        var times = new[] { own }.Concat(_agreements[row.Id("OrganisationId")].Select(id => (Guid?)id)).OfType<Guid>()
            .Select(id => _times.GetValueOrDefault((id, priority))).FirstOrDefault(found => found is not null);
        if (times is null) return;
        var sla = TicketSla.Start(times.ToTimes(), At(row, "CreatedAt")!.Value);
        (row["SlaHours"], row["SlaResponseMinutes"], row["SlaSolutionMinutes"]) = (times.SupportHours, times.ResponseMinutes, times.SolutionMinutes);
        (row["ResponseDueAt"], row["SolutionDueAt"]) = (sla.ResponseDueAt, row["SolutionDueAt"] ?? sla.SolutionDueAt);
    }

    // Where the state says so the clock stands still; an operator who knows better tells by when it is to be solved.
    private static void StopOrGoOn(StoredRow row)
    {
        if (row["SlaHours"] is null) row["SolutionDueAt"] = null;
        var stands = row["SlaHours"] is not null && !((TicketState)Number(row["State"])!.Value).Counts();
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
