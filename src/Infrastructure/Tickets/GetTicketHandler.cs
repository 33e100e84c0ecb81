using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Operator;
using Connect.Application.Tickets;
using Connect.Domain.Common;
using Connect.Domain.Tickets;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Persistence.Tickets;
using MediatR;

namespace Connect.Infrastructure.Tickets;

internal sealed class GetTicketHandler(DbSession db, ITicketRepository tickets, ICurrentUser user, TimeProvider clock) : IRequestHandler<GetTicket, TicketView>
{
    private static readonly Stmt SelectPlace = """
        SELECT a.DisplayName AS Account, a.Number AS AccountNumber, s.IsHidden,
            CASE WHEN s.Id IS NOT NULL AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = s.AccountId) THEN 1 ELSE 0 END AS SeesService
        FROM Ticket k JOIN Account a ON a.Id = k.AccountId LEFT JOIN Subscription s ON s.Id = k.SubscriptionId
        WHERE k.Id = @id
        """;

    private static readonly Stmt SelectMessages = "SELECT Id, At, FromOperator, Author AS ActedBy, Text FROM TicketMessage WHERE TicketId = @id";
    private static readonly Stmt SelectEvents = "SELECT Id, At, State, ActedBy FROM TicketEvent WHERE TicketId = @id";

    private static readonly Stmt SelectFiles = "SELECT Id, MessageId, FileName, FileSize FROM TicketAttachment WHERE TicketId = @id AND MessageId IS NOT NULL ORDER BY UploadedAt, FileName";

    private static readonly Stmt SelectFollowers = """
        SELECT u.Id, p.Name, CASE WHEN EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = u.AccountId) THEN 1 ELSE 0 END AS IsWithin
        FROM TicketFollower f JOIN PortalUser u ON u.Id = f.UserId JOIN ContactPerson p ON p.Id = u.ContactPersonId
        WHERE f.TicketId = @id ORDER BY p.Name, u.Seq
        """;

    public async Task<TicketView> Handle(GetTicket request, CancellationToken cancellationToken)
    {
        var ticket = await tickets.FindAsync(user.Reach, request.Number, cancellationToken) ?? throw new NotFoundException();
        var (data, now) = (ticket.Data, clock.GetUtcNow());
        var place = await db.FirstOrDefaultAsync<Place>(SelectPlace, new { id = ticket.Id, reachId = user.Reach.AccountId }, cancellationToken) ?? throw new NotFoundException();
        return new TicketView
        {
            Number = data.Number, Title = data.Title, Type = data.Type, State = data.State, Priority = data.Priority, Account = place.Account, AccountNumber = place.AccountNumber,
            Service = data.ServiceName is null || place.IsHidden == true ? null
                : new(place.SeesService == 1 && user.Has(Right.ViewSubscriptions) ? data.SubscriptionId : null, data.ServiceName, data.ServiceNumber),
            CreatedBy = data.CreatedBy, CreatedAt = data.CreatedAt, UpdatedAt = data.UpdatedAt, Problem = OwnReasons.Shown(data.Problem),
            Times = data.Sla is { } sla ? new(sla.Agreed.Hours, TicketTime.Response(sla, data.AnsweredAt, data.EndedAt, now), TicketTime.Solution(sla, data.SolvedAt, data.EndedAt, now)) : null,
            ReopensUntil = ticket.ReopensUntil, CanAnswer = !(ticket.ReopensUntil < StockholmTime.DayOf(now)),
            Thread = await ThreadAsync(ticket.Id, cancellationToken),
            Followers = [.. (await db.ListAsync<FollowerRow>(SelectFollowers, new { id = ticket.Id, reachId = user.Reach.AccountId }, cancellationToken)).Select(row => row.ToFollower())],
        };
    }

    private async Task<IReadOnlyList<TicketEntry>> ThreadAsync(Guid id, CancellationToken cancellation)
    {
        var messages = await db.ListAsync<Message>(SelectMessages, new { id }, cancellation);
        var events = await db.ListAsync<Event>(SelectEvents, new { id }, cancellation);
        var files = (await db.ListAsync<FileRow>(SelectFiles, new { id }, cancellation)).ToLookup(file => file.MessageId, file => new UploadedFile(file.Id, file.FileName, file.FileSize));
        // That it was made is told by its first message; what came of a message stands after it.
        return [.. messages.Select(message => (message.At, Order: 0, message.Id, Entry: message.ToEntry() with { Files = [.. files[message.Id]] }))
            .Concat(events.Where(happened => happened.State != TicketState.New).Select(happened => (happened.At, Order: 1, happened.Id, Entry: happened.ToEntry())))
            .OrderBy(entry => entry.At).ThenBy(entry => entry.Order).ThenBy(entry => entry.Id).Select(entry => entry.Entry)];
    }

    private sealed record Place
    {
        public required string Account { get; init; }
        public required string AccountNumber { get; init; }
        public bool? IsHidden { get; init; }
        public required int SeesService { get; init; }
    }

    private sealed record FileRow
    {
        public required Guid Id { get; init; }
        public required Guid MessageId { get; init; }
        public required string FileName { get; init; }
        public required long FileSize { get; init; }
    }

    private sealed record FollowerRow
    {
        public required Guid Id { get; init; }
        public required string Name { get; init; }
        public required int IsWithin { get; init; }

        public Follower ToFollower() => new(IsWithin == 1 ? Id : null, Name);
    }

    private sealed record Message
    {
        public required Guid Id { get; init; }
        public required DateTimeOffset At { get; init; }
        public required bool FromOperator { get; init; }
        public required string ActedBy { get; init; }
        public required string Text { get; init; }

        public TicketEntry ToEntry() => new() { At = At, FromOperator = FromOperator, By = ActedBy.Length == 0 ? null : ActedBy, Text = Text };
    }

    private sealed record Event
    {
        public required Guid Id { get; init; }
        public required DateTimeOffset At { get; init; }
        public required TicketState State { get; init; }
        public string? ActedBy { get; init; }

        public TicketEntry ToEntry() => new() { At = At, FromOperator = ActedBy is null, By = ActedBy, State = State };
    }
}
