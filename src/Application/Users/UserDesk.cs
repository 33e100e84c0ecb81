using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Domain.Common;
using Connect.Domain.Users;

namespace Connect.Application.Users;

/// <summary>What every action on a user does around its rule: find within the reach, keep to what the acting user has, save, and say so in the audit log.</summary>
internal sealed class UserDesk(IUserRepository users, Acting acting, IAudit audit, TimeProvider clock)
{
    public AccountReach Reach => acting.Reach;

    public Task<ActingUser> ActingAsync(CancellationToken cancellation) => acting.GetAsync(cancellation);

    /// <param name="version">As it was shown; null when it does not matter.</param>
    /// <exception cref="NotFoundException">There is none within the reach.</exception>
    /// <exception cref="ForbiddenException"><c>UserBeyondOwn</c>: the user has something that the acting user lacks.</exception>
    /// <exception cref="ConflictException">It has been changed since <paramref name="version"/> was shown.</exception>
    public async Task<(User User, ActingUser By)> FindAsync(Guid userId, int? version, CancellationToken cancellation)
    {
        // Reach is part of the look-up: what lies outside it does not exist for this user.
        var user = await users.FindAsync(acting.Reach, userId, cancellation) ?? throw new NotFoundException();
        audit.Subject(nameof(User), user.Id);
        var by = await acting.GetAsync(cancellation);
        if (!by.MayManage(user.Data)) throw new ForbiddenException(code: "UserBeyondOwn");
        return version is null || version == user.Data.Version ? (user, by) : throw new ConflictException();
    }

    /// <summary>Saves what the rule changed, if anything.</summary>
    /// <param name="before">Null for a new user.</param>
    /// <exception cref="DomainRuleException"><c>EmailTaken</c>, <c>UserNameTaken</c>, <c>LastAdministrator</c>.</exception>
    public async Task SaveAsync(User user, UserData? before, CancellationToken cancellation)
    {
        audit.Subject(nameof(User), user.Id);
        audit.Change(before is null ? null : Told(before), Told(user.Data));
        if (!user.HasChanged) return;
        if (user.Data.Email != before?.Email && await users.IsEmailTakenAsync(acting.Reach, user.Data.Email, user.Id, cancellation))
            throw new DomainRuleException("EmailTaken", nameof(UserData.Email));
        if (user.EndsAdministrator && !await users.HasOtherAdministratorAsync(acting.Reach, user.Id, cancellation)) throw new DomainRuleException("LastAdministrator");
        if (!await users.SaveAsync(user, clock.GetUtcNow(), cancellation)) throw new DomainRuleException("UserNameTaken", nameof(UserData.UserName));
    }

    /// <summary>An action that changes nothing of the user's own row.</summary>
    public void Tell(object before, object after) => audit.Change(before, after);

    private static object Told(UserData user) => new
    {
        user.UserName, user.Email, user.MobileNumber, user.SmsTwoFactor, user.Language, Account = user.Account.Number,
        ContactPerson = new { Id = user.ContactPersonId, Name = user.ContactPersonName },
        Rights = user.Rights.Order().Select(right => right.ToString()), Products = user.Products.AreOn ? user.Products.Products.Order() : null, user.IsActive,
    };
}
