using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Tickets;
using FluentValidation;

namespace Connect.Application.Tickets;

/// <summary>What comes with a message: files that were uploaded before, and colleagues who are to follow the ticket.</summary>
public sealed class TicketExtras(ITicketFiles files, ITicketFollowers followers, ICurrentUser user)
{
    public const int MostFollowers = 50;

    /// <exception cref="DomainRuleException"><c>FileUnknown</c>: it is not there, or has been sent already.</exception>
    public async Task AttachAsync(Ticket ticket, TicketMessage message, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return;
        var wanted = ids.Distinct().ToList();
        if ((await files.FindUploadsAsync(user.Reach, user.Id, wanted, cancellation)).Count < wanted.Count) throw new DomainRuleException("FileUnknown", "Files");
        if (await files.AttachAsync(user.Id, ticket.Id, message.Id, wanted, cancellation) < wanted.Count) throw new ConflictException();
    }

    /// <exception cref="DomainRuleException"><c>FollowerUnknown</c>: somebody does not reach the account, or may not see tickets.</exception>
    public async Task FollowAsync(Ticket ticket, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var wanted = ids.Distinct().Where(id => id != ticket.Data.CreatedById).ToList();
        if (wanted.Count == 0) return;
        if ((await followers.FitAsync(user.Reach, ticket.Data.AccountId, wanted, cancellation)).Count < wanted.Count) throw new DomainRuleException("FollowerUnknown", "Followers");
        await followers.AddAsync(ticket.Id, wanted, cancellation);
    }
}

internal static class TicketExtraRules
{
    public static IRuleBuilderOptions<T, IReadOnlyList<Guid>> TicketFiles<T>(this IRuleBuilder<T, IReadOnlyList<Guid>> rule) =>
        rule.Must(ids => ids is { Count: <= TicketOptions.MostFiles }).WithErrorCode("FilesTooMany");
}
