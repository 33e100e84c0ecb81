namespace Connect.Application.Accounts;

/// <summary>
/// Gives what was made in the portal the operator's own id, so that the operator's next load finds it. Nothing happens when it has one already, or
/// when something else of the organisation has that id.
/// </summary>
public interface IOperatorIds
{
    Task GiveAccountAsync(Guid organisationId, Guid accountId, string reference, CancellationToken cancellation);

    Task GiveContactPersonAsync(Guid organisationId, Guid personId, string reference, CancellationToken cancellation);
}
