using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Domain.Common;

namespace Connect.Application.Identity;

/// <summary>Checks a wished password and hashes it.</summary>
internal sealed class NewPassword(PasswordRules rules, IPasswordHasher hasher)
{
    /// <exception cref="InvalidInputException"><c>PasswordCommon</c> or <c>PasswordOwnName</c>, on the field <c>Password</c>.</exception>
    public Task<string> HashAsync(string password, IEnumerable<string?> ownWords, CancellationToken cancellation) =>
        rules.Problem(password, ownWords) is { } problem ? throw new InvalidInputException("Password", problem) : hasher.HashAsync(password, cancellation);
}

/// <summary>Stores a new password; what hung on the old one ends with it: sessions, log-ins that wait for a code, and one-time links.</summary>
internal sealed class StoredPassword(ILoginUsers users, ISessions sessions, IOneTimeLinks links, TimeProvider clock)
{
    public async Task SetAsync(Guid userId, string passwordHash, Guid? exceptSession, CancellationToken cancellation)
    {
        await users.SetPasswordAsync(userId, passwordHash, cancellation);
        await sessions.EndAllAsync(userId, exceptSession, cancellation);
        await links.EndAllAsync(userId, clock.GetUtcNow(), cancellation);
    }
}

/// <summary>Chooses a password by a one-time link: the link is used up and the password stored together, or not at all.</summary>
internal sealed class PasswordByLink(ITransactions transactions, IOneTimeLinks links, NewPassword passwords, StoredPassword stored, TimeProvider clock)
{
    /// <exception cref="DomainRuleException"><c>LinkEnded</c>.</exception>
    public async Task<LinkOwner> FindAsync(LinkPurpose purpose, string token, CancellationToken cancellation) =>
        await links.FindAsync(purpose, Token.Hash(token), clock.GetUtcNow(), cancellation) ?? throw new DomainRuleException("LinkEnded");

    /// <param name="owner">From <see cref="FindAsync"/>.</param>
    /// <param name="then">What else belongs to it, in the same transaction.</param>
    public async Task SetAsync(LinkPurpose purpose, string token, LinkOwner owner, string password, Func<Task> then, CancellationToken cancellation)
    {
        var hash = await passwords.HashAsync(password, [owner.UserName, owner.Email, owner.Name, owner.OrganisationName], cancellation);
        await transactions.RunAsync(async () =>
        {
            if (!await links.UseAsync(purpose, Token.Hash(token), clock.GetUtcNow(), cancellation)) throw new DomainRuleException("LinkEnded");
            await stored.SetAsync(owner.UserId, hash, exceptSession: null, cancellation);
            await then();
            return true;
        }, cancellation);
    }
}
