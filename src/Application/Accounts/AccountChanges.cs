using System.Text.Json;
using Connect.Application.Operator;
using Connect.Domain.Accounts;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Accounts;

/// <summary>
/// What the operator hears of accounts. Changes of contact persons are told as changes of their account, so that they come after the account
/// itself; the field <c>contactPerson</c> says whose.
/// </summary>
internal abstract class AccountChange(string kind, IAccountRepository accounts, TimeProvider clock) : IChangeOutcome
{
    public const string Alias = "account.alias", InvoiceReference = "account.invoice-reference", Address = "account.address", InvoiceAddress = "account.invoice-address",
        Added = "account.added", PersonAdded = "contact-person.added", PersonEdited = "contact-person.edited", PersonRemoved = "contact-person.removed";

    public string Kind => kind;

    /// <param name="before">The changed fields as they were; null for what was made.</param>
    /// <param name="after">The same fields as they are now; null for what was removed.</param>
    public static OperatorChange Of(string kind, Account account, object? before, object? after) => new(kind, account.OrganisationId, account.Id,
        account.Data.IsFromPortal ? null : account.Data.ExternalId, Fields(before), Fields(after));

    public virtual Task TakenAsync(OperatorChange change, string? reference, CancellationToken cancellation) => Task.CompletedTask;

    public async Task RefusedAsync(OperatorChange change, string reason, CancellationToken cancellation)
    {
        if (await accounts.FindForOperatorAsync(change.OrganisationId, change.Id, cancellation) is not { } account) return;
        account.Refused(reason, SubscriptionEvent.OperatorActor, clock.GetUtcNow());
        await accounts.SaveAsync(account, cancellation);
    }

    private static Dictionary<string, string?> Fields(object? state) => state is null ? [] : JsonSerializer.SerializeToElement(state, JsonSerializerOptions.Web).EnumerateObject()
        .ToDictionary(field => field.Name, field => field.Value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => field.Value.GetString(),
            JsonValueKind.Array => string.Join(", ", field.Value.EnumerateArray()),
            _ => field.Value.GetRawText(),
        });
}

internal sealed class AliasChange(IAccountRepository accounts, TimeProvider clock) : AccountChange(Alias, accounts, clock);

internal sealed class InvoiceReferenceChange(IAccountRepository accounts, TimeProvider clock) : AccountChange(InvoiceReference, accounts, clock);

internal sealed class AddressChange(IAccountRepository accounts, TimeProvider clock) : AccountChange(Address, accounts, clock);

internal sealed class InvoiceAddressChange(IAccountRepository accounts, TimeProvider clock) : AccountChange(InvoiceAddress, accounts, clock);

internal sealed class AddedAccountChange(IAccountRepository accounts, IOperatorIds ids, TimeProvider clock) : AccountChange(Added, accounts, clock)
{
    public override Task TakenAsync(OperatorChange change, string? reference, CancellationToken cancellation) =>
        reference is null ? Task.CompletedTask : ids.GiveAccountAsync(change.OrganisationId, change.Id, reference, cancellation);
}

internal sealed class AddedPersonChange(IAccountRepository accounts, IOperatorIds ids, TimeProvider clock) : AccountChange(PersonAdded, accounts, clock)
{
    public override Task TakenAsync(OperatorChange change, string? reference, CancellationToken cancellation) =>
        reference is null ? Task.CompletedTask : ids.GiveContactPersonAsync(change.OrganisationId, Guid.Parse(change.After["contactPerson"]!), reference, cancellation);
}

internal sealed class EditedPersonChange(IAccountRepository accounts, TimeProvider clock) : AccountChange(PersonEdited, accounts, clock);

internal sealed class RemovedPersonChange(IAccountRepository accounts, TimeProvider clock) : AccountChange(PersonRemoved, accounts, clock);
