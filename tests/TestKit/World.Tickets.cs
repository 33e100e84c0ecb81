using Connect.Application.Identity;
using Connect.Domain.Tickets;
using Connect.Infrastructure.Persistence;

namespace Connect.TestKit;

public sealed partial class World
{
    private static readonly Stmt SelectTicket = "SELECT Id FROM Ticket WHERE Number = @number";
    private static readonly Stmt SelectFirst = "SELECT m.Id FROM TicketMessage m JOIN Ticket k ON k.Id = m.TicketId WHERE k.Number = @number";

    /// <summary>A ticket of the account with its first message; the title is one of those who wrote it, too, unless told.</summary>
    /// <returns>Its number.</returns>
    public async Task<string> TicketAsync(Guid accountId, string title = "Ingen täckning", TicketType type = TicketType.Support, TicketState state = TicketState.New, Guid? subscriptionId = null,
        string? service = null, TicketPriority? priority = null, string createdBy = "Anna Åkesson", DateTimeOffset? updatedAt = null, string text = "Det är tyst.", params (string Column, object? Value)[] more)
    {
        var (id, number, at) = (Guid.CreateVersion7(), $"{700_000 + Next()}", updatedAt ?? Now);
        (string Column, object? Value)[] all = [.. more, ("Id", id), ("OrganisationId", await OrganisationOfAsync(accountId)), ("AccountId", accountId), ("SubscriptionId", subscriptionId),
            ("ServiceName", service), ("Number", number), ("ExternalId", $"T-{number}"), ("Type", type), ("Priority", priority ?? (type == TicketType.Support ? TicketPriority.Normal : null)), ("Title", title),
            ("SearchTitle", SwedishText.Fold(title)), ("State", state), ("CreatedBy", createdBy), ("CreatedAt", at), ("UpdatedAt", at), ("EndedAt", state.IsOpen() ? null : at), ("Version", 1)];
        await InsertAsync("Ticket", [.. all.DistinctBy(column => column.Column)]);
        await InsertAsync("TicketMessage", ("Id", Guid.CreateVersion7()), ("TicketId", id), ("ExternalId", $"M-{number}"), ("At", at), ("FromOperator", false), ("Author", createdBy), ("Text", text));
        return number;
    }

    /// <summary>A file of a ticket's first message; its content is not made.</summary>
    public async Task TicketFileAsync(Guid organisationId, string number, Guid id, string fileName = "bild.txt") => await InsertAsync("TicketAttachment", ("Id", id), ("OrganisationId", organisationId),
        ("UploadedById", Guid.CreateVersion7()), ("UploadedAt", Now), ("TicketId", await Db.FirstOrDefaultAsync<Guid>(SelectTicket, new { number })), ("MessageId", await Db.FirstOrDefaultAsync<Guid>(SelectFirst, new { number })),
        ("FileName", fileName), ("ContentType", "text/plain"), ("FileSize", 1L), ("FileKey", $"tickets/{id:N}"));

    /// <summary>A key of the operator's with that scope.</summary>
    public async Task<string> OperatorKeyAsync(string scope)
    {
        var key = OperatorKeyReader.Prefix + Token.New();
        await InsertAsync("OperatorKey", ("Id", Guid.CreateVersion7()), ("Name", $"key{Next()}"), ("KeyHash", Token.Hash(key)), ("Scopes", scope), ("CreatedAt", Now));
        return key;
    }

    /// <summary>What is agreed for a priority; times in minutes.</summary>
    public Task SlaAsync(Guid agreementId, TicketPriority priority, string hours = "always", int? response = 60, int? solution = 240) =>
        InsertAsync("AgreementSla", ("AgreementId", agreementId), ("Priority", priority), ("SupportHours", hours), ("ResponseMinutes", response), ("SolutionMinutes", solution));
}
