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

    /// <exception cref="DomainRuleException"><c>FollowersUnfit</c>: colleagues, by name, do not reach the account. <c>FollowerUnknown</c>: one is nobody who may see tickets.</exception>
    public async Task FollowAsync(Ticket ticket, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var wanted = ids.Distinct().Where(id => id != ticket.Data.CreatedById).ToList();
        if (wanted.Count == 0) return;
        var unfit = wanted.Except(await followers.FitAsync(user.Reach, ticket.Data.AccountId, wanted, cancellation)).ToList();
        if (unfit.Count > 0) throw await UnfitAsync(unfit, cancellation);
        await followers.AddAsync(ticket.Id, wanted, cancellation);
    }

    private async Task<DomainRuleException> UnfitAsync(List<Guid> unfit, CancellationToken cancellation)
    {
        var known = await followers.ChoicesAsync(user.Reach, user.Id, null, ListTicketColleagues.Most, cancellation);
        var names = known.Where(colleague => unfit.Contains(colleague.Id)).Select(colleague => colleague.Name).ToList();
        return names.Count < unfit.Count ? new("FollowerUnknown", "Followers") : new("FollowersUnfit", "Followers", string.Join(", ", names));
    }
}

internal static class TicketExtraRules
{
    public static IRuleBuilderOptions<T, IReadOnlyList<Guid>> TicketFiles<T>(this IRuleBuilder<T, IReadOnlyList<Guid>> rule) =>
        rule.Must(ids => ids is { Count: <= TicketOptions.MostFiles }).WithErrorCode("FilesTooMany");
}
