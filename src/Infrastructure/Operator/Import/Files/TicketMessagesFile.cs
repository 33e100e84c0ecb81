using Connect.Domain.Tickets;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import.Files;

internal sealed class TicketMessagesFile(EntityWriter writer, DbSession db) : EntityFile(writer)
{
    private static readonly Stmt UpdateTicket = """
        UPDATE Ticket SET UpdatedAt = CASE WHEN UpdatedAt < @at THEN @at ELSE UpdatedAt END,
            AnsweredAt = CASE WHEN @fromOperator = 1 AND (AnsweredAt IS NULL OR AnsweredAt > @at) THEN @at ELSE AnsweredAt END, Version = Version + 1
        WHERE Id = @ticket AND (UpdatedAt < @at OR (@fromOperator = 1 AND (AnsweredAt IS NULL OR AnsweredAt > @at)))
        """;

    public override string Name => Kinds.TicketMessages;
    public override string Description => "What both sides wrote in tickets. A ticket's first message is its text.";
    public override TableMap Table { get; } = new("TicketMessage", ["Id"], ["TicketId", "ExternalId", "At", "FromOperator", "AuthorId", "Author", "Text"]);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Id("Your id of the message, unique within the ticket. A message written in the portal has the one that you gave when you got it."),
        Column.Organisation(),
        Column.Reference("ticket", Kinds.Tickets, "The ticket.").Required().In("TicketId"),
        Column.Instant("at", "When it was written.").Required().In("At"),
        Column.Boolean("fromOperator", "Whether you wrote it, and not the customer.").Required().In("FromOperator"),
        Column.Text("author", TicketMessage.AuthorLength, "Who wrote it, by name.").Required().In("Author"),
        Column.Reference("user", Kinds.Users, "Who wrote it, when that is a user.").In("AuthorId"),
        Column.Of("text", $"text of several lines, at most {TicketMessage.TextLength}", "What was written; line breaks stay, nothing in it is markup.", text => FieldReaders.Lines(text, TicketMessage.TextLength)).Required().In("Text"),
    ];

    protected override string? KeyOf(ImportRow row) =>
        row.Text("organisation") is { } organisation && row.Text("ticket") is { } ticket && row.Text("id") is { } id
            ? References.Key(Name, $"{organisation}/{ticket}", id) : null;

    // Who wrote in the portal is known there.
    public override void Derive(StoredRow row) => row["AuthorId"] ??= row.Before("AuthorId");

    public override Task AfterWriteAsync(StoredRow row, CancellationToken cancellation) => db.ExecuteAsync(UpdateTicket,
        new { ticket = row.Id("TicketId"), at = TicketTerms.At(row, "At")!.Value, fromOperator = StoredRow.Canonical(row["FromOperator"]) == "1" ? 1 : 0 }, cancellation);
}
