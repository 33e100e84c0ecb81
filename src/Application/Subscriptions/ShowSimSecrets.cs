using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Subscriptions;

/// <summary>
/// Shows PIN (as the card was delivered) and PUK of the service's SIM card. Each showing is in the audit log, and a user gets so many an
/// hour: a command, so that counting and noting are one transaction.
/// </summary>
/// <exception cref="Common.Errors.NotFoundException">There is no such service within reach, or it has no card.</exception>
/// <exception cref="Domain.Common.DomainRuleException">Too many shown within the hour (<c>SimSecretsLimit</c>).</exception>
[Requires(Right.ViewSubscriptions, Right.ViewSimSecrets)]
public sealed record ShowSimSecrets(Guid SubscriptionId) : ICommand<SimSecrets>
{
    public const int MostAnHour = 30;
}

/// <param name="Pin">Null when it was not loaded.</param>
/// <param name="Puk">Null when it was not loaded.</param>
public sealed record SimSecrets(string? Pin, string? Puk)
{
    /// <summary>Secrets are never written out by accident.</summary>
    public override string ToString() => nameof(SimSecrets);
}
