using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Operator;
using Connect.Domain.Accounts;

namespace Connect.Application.Accounts;

/// <summary>What every account action does around its rule: find within the reach, keep to the version that was shown, save, and say so in the audit log and to the operator.</summary>
internal sealed class AccountDesk(IAccountRepository accounts, ChangeDesk changes, ICurrentUser user, IAudit audit, TimeProvider clock)
{
    /// <summary>The name that histories tell.</summary>
    public string Actor => user.Identity!.DisplayName;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <exception cref="NotFoundException">There is none within the reach.</exception>
    /// <exception cref="ConflictException">It has been changed since <paramref name="version"/> was shown.</exception>
    public async Task<Account> FindAsync(string number, int? version, CancellationToken cancellation)
    {
        // Reach is part of the look-up: what lies outside it does not exist for this user.
        var account = await accounts.FindAsync(user.Reach, number, cancellation) ?? throw new NotFoundException();
        audit.Subject(nameof(Account), account.Id);
        return version is null || version == account.Data.Version ? account : throw new ConflictException();
    }

    /// <summary>Saves what the rule changed, if anything.</summary>
    /// <param name="kind">One of the kinds of <see cref="AccountChange"/>.</param>
    /// <param name="told">What the audit log keeps and the operator hears, before and after.</param>
    public async Task SaveAsync(Account account, AccountData before, string kind, Func<AccountData, object> told, CancellationToken cancellation)
    {
        audit.Change(told(before), told(account.Data));
        if (account.NewEvents.Count == 0) return;
        await accounts.SaveAsync(account, cancellation);
        await changes.TellAsync(AccountChange.Of(kind, account, told(before), told(account.Data)), cancellation);
    }

    /// <summary>A new account.</summary>
    public Task TellAsync(Account made, object details, CancellationToken cancellation)
    {
        audit.Subject(nameof(Account), made.Id);
        audit.Change(null, details);
        return changes.TellAsync(AccountChange.Of(AccountChange.Added, made, null, details), cancellation);
    }

    /// <summary>Adds a contact person to the account.</summary>
    public async Task<ContactPerson> AddPersonAsync(Account account, IContactPersonInput input, CancellationToken cancellation)
    {
        var person = ContactPersonRules.Filled(ContactPerson.New(account, ""), input);
        account.TellOfContactPerson(AccountEventKinds.ContactPersonAdded, person.Name, Actor, Now);
        await accounts.SaveAsync(person, cancellation);
        await accounts.SaveAsync(account, cancellation);
        await TellAsync(AccountChange.PersonAdded, account, null, person, cancellation);
        return person;
    }

    /// <summary>A contact person that was added, edited or removed.</summary>
    public Task TellAsync(string kind, Account account, ContactPerson? before, ContactPerson? after, CancellationToken cancellation)
    {
        var (was, now) = (ContactPersonRules.Told(before), ContactPersonRules.Told(after));
        audit.Subject(nameof(ContactPerson), (after ?? before)!.Id);
        audit.Change(was, now);
        return changes.TellAsync(AccountChange.Of(kind, account, was, now), cancellation);
    }
}
