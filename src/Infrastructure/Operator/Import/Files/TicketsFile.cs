using Connect.Application.Search;
using Connect.Domain.Tickets;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import.Files;

internal sealed class TicketsFile(EntityWriter writer, DbSession db, References references, TicketTerms terms) : EntityFile(writer)
{
    private static readonly Stmt SelectNumbers = "SELECT k.Number, o.ExternalId AS Organisation, k.ExternalId AS Ticket FROM Ticket k JOIN Organisation o ON o.Id = k.OrganisationId";
    private static readonly Stmt SelectSomeNumbers = new($"{SelectNumbers.Sqlite} WHERE k.Number IN @ids", $"{SelectNumbers.SqlServer} WHERE k.Number IN @ids");
    private static readonly Stmt InsertEvent = "INSERT INTO TicketEvent (Id, TicketId, ExternalId, At, State, ActedBy) VALUES (@event, @ticket, NULL, @at, @state, NULL)";
    private readonly GivenNumbers _numbers = new();

    public override string Name => Kinds.Tickets;
    public override string Description => "Tickets; what was written in them is in ticket-messages.csv. A load sends no mails: answers that are to be told come by the integration API.";

    public override TableMap Table { get; } = new("Ticket", ["Id"],
    [
        "OrganisationId", "AccountId", "SubscriptionId", "ServiceName", "ServiceNumber", "ExternalId", "Number", "Type", "Priority", "Title", "SearchTitle", "State", "CreatedById", "CreatedBy",
        "CreatedAt", "UpdatedAt", "AnsweredAt", "SolvedAt", "EndedAt", "SlaHours", "SlaResponseMinutes", "SlaSolutionMinutes", "ResponseDueAt", "SolutionDueAt", "SlaStoppedAt",
    ], hasVersion: true);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Id("Your id of the ticket, unique within the organisation. A ticket made in the portal has the one that you gave when you got it."),
        Column.Organisation().In("OrganisationId"),
        Column.Reference("account", Kinds.Accounts, "The account that it is about.").Required().In("AccountId"),
        Column.Reference("subscription", Kinds.Subscriptions, "The service that it is about, if it is about one.").In("SubscriptionId"),
        Column.Code("number", 20, "The number that people read; unique in the whole installation.").Required().In("Number"),
        Column.Choice<TicketType>("type", "What it is about.").Required().In("Type"),
        Column.Choice<TicketPriority>("priority", "Of support tickets; normal unless given.").In("Priority"),
        Column.Text("title", TicketData.TitleLength, "In short.").Required().In("Title"),
        Column.Choice<TicketState>("state", "Where it stands.").Required().In("State"),
        Column.Text("createdBy", 200, "Who made it, by name.").Required().In("CreatedBy"),
        Column.Reference("user", Kinds.Users, "Who made it, when that is a user: gets its mails. Left empty, a ticket made in the portal keeps its user, and its service.").In("CreatedById"),
        Column.Instant("createdAt", "When it was made.").Required().In("CreatedAt"),
        Column.Instant("updatedAt", "When anything happened last; the latest of the others unless given, and now for a new state. It only moves on.").In("UpdatedAt"),
        Column.Instant("answeredAt", "When you first answered.").In("AnsweredAt"),
        Column.Instant("endedAt", "When it was solved or closed; needed with those states.").In("EndedAt"),
        Column.Instant("solutionDueAt", "By when it was to be solved, with the time added that you waited for the customer; without it, it follows from the agreement.").In("SolutionDueAt"),
    ];

    public override SearchKind? FoundAs => SearchKind.Ticket;

    public override bool IsFoundAnew(StoredRow row) => row.Differs("Title") || row.Differs("Number");

    public override Task PrepareAsync(CancellationToken cancellation) => terms.PrepareAsync(cancellation);

    public override void Derive(StoredRow row) => terms.Fill(row);

    // The thread tells how it came there; what is new is told by its first message.
    public override Task AfterWriteAsync(StoredRow row, CancellationToken cancellation) => !row.Differs("State") || Convert.ToInt32(row["State"], null) == (int)TicketState.New ? Task.CompletedTask
        : db.ExecuteAsync(InsertEvent, new { @event = Guid.CreateVersion7(), ticket = row.Id("Id"), at = TicketTerms.At(row, "EndedAt") ?? TicketTerms.At(row, "UpdatedAt"), state = Convert.ToInt32(row["State"], null) }, cancellation);

    protected override void CheckRow(Load load, string file, ImportRow row)
    {
        var ended = row["state"] is (long)TicketState.Solved or (long)TicketState.Closed;
        if (ended != row["endedAt"] is not null) load.Problems.Add(file, row.Line, "endedAt", "TicketEnd");
        if (row["priority"] is not null && row["type"] is not (long)TicketType.Support) load.Problems.Add(file, row.Line, "priority", "PriorityOfSupport");
        if (row["endedAt"] is DateTimeOffset end && end < (DateTimeOffset)row["createdAt"]!) load.Problems.Add(file, row.Line, "endedAt", "EndBeforeStart");
        _numbers.Give(load, file, row, KeyOf(row)!);
    }

    protected override async Task CheckAllAsync(Load load, string file, CancellationToken cancellation)
    {
        foreach (var known in await references.ReadAsync<Numbered>(SelectNumbers, SelectSomeNumbers, cancellation))
            _numbers.Meet(load, file, known.Number, References.Key(Name, known.Organisation, known.Ticket));
    }

    private sealed record Numbered
    {
        public required string Number { get; init; }
        public required string Organisation { get; init; }
        public required string Ticket { get; init; }
    }
}
