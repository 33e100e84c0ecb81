using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>
/// Turns log-in codes by SMS on or off. On: once the code that is sent to the user's number has been given (<see cref="ConfirmMyNumber"/>); without a
/// mobile number <c>TwoFactorNumberNeeded</c>. Off where the organisation demands two-factor and nothing else is left: <c>TwoFactorDemanded</c>.
/// </summary>
/// <returns>True when a code has been sent.</returns>
[Requires, RequiresFreshLogin]
public sealed record SwitchSmsTwoFactor(bool On) : ICommand<bool>
{
    internal sealed class Handler(ILoginUsers users, FactorSwitch factors, NumberProof proof, ICurrentUser user, IAudit audit) : IRequestHandler<SwitchSmsTwoFactor, bool>
    {
        public async Task<bool> Handle(SwitchSmsTwoFactor command, CancellationToken cancellation)
        {
            var known = (await users.GetAsync(user.Id, cancellation))!;
            audit.Subject("User", user.Id);
            if (command.On == known.SmsTwoFactor) return false;
            if (command.On)
            {
                await proof.BeginAsync(known, known.MobileNumber ?? throw new DomainRuleException("TwoFactorNumberNeeded"), turnsSmsOn: true, cancellation);
                return true;
            }

            audit.Change(new { known.SmsTwoFactor }, new { SmsTwoFactor = false });
            await factors.SwitchAsync(known, known with { SmsTwoFactor = false }, cancellation);
            return false;
        }
    }
}

/// <summary>Takes the authenticator app out of use. Where the organisation demands two-factor and nothing else is left: <c>TwoFactorDemanded</c>.</summary>
[Requires, RequiresFreshLogin]
public sealed record RemoveAuthenticator : ICommand
{
    internal sealed class Handler(ILoginUsers users, FactorSwitch factors, ICurrentUser user, IAudit audit) : IRequestHandler<RemoveAuthenticator, Unit>
    {
        public async Task<Unit> Handle(RemoveAuthenticator command, CancellationToken cancellation)
        {
            var known = (await users.GetAsync(user.Id, cancellation))!;
            audit.Subject("User", user.Id);
            audit.Change(new { known.HasAuthenticator }, new { HasAuthenticator = false });
            await factors.SwitchAsync(known, known with { HasAuthenticator = false }, cancellation);
            return Unit.Value;
        }
    }
}

/// <summary>Makes ten new recovery codes, shown this once; the old ones end. Without a second factor: <c>TwoFactorNeeded</c>.</summary>
[Requires, RequiresFreshLogin]
public sealed record MakeRecoveryCodes : ICommand<IReadOnlyList<string>>
{
    internal sealed class Handler(ILoginUsers users, RecoveryCodes recovery, SecurityNotices notices, ICurrentUser user, IAudit audit)
        : IRequestHandler<MakeRecoveryCodes, IReadOnlyList<string>>
    {
        public async Task<IReadOnlyList<string>> Handle(MakeRecoveryCodes command, CancellationToken cancellation)
        {
            audit.Subject("User", user.Id);
            if ((await users.GetAsync(user.Id, cancellation))?.HasSecondFactor != true) throw new DomainRuleException("TwoFactorNeeded");
            await notices.SendAsync(user.Id, SecurityEvent.RecoveryCodes, cancellation);
            return await recovery.MakeAsync(user.Id, cancellation);
        }
    }
}

/// <summary>Goes from one set of second factors to another: never below what the organisation demands, and never unnoticed.</summary>
internal sealed class FactorSwitch(ITwoFactor store, RecoveryCodes recovery, SecurityNotices notices)
{
    public async Task SwitchAsync(LoginUser from, LoginUser to, CancellationToken cancellation)
    {
        if (from.SmsTwoFactor == to.SmsTwoFactor && from.HasAuthenticator == to.HasAuthenticator) return;
        if (to is { RequireTwoFactor: true, HasSecondFactor: false }) throw new DomainRuleException("TwoFactorDemanded");
        if (from.SmsTwoFactor != to.SmsTwoFactor) await store.SetSmsAsync(from.Id, to.SmsTwoFactor, cancellation);
        if (from.HasAuthenticator && !to.HasAuthenticator) await store.RemoveAuthenticatorAsync(from.Id, cancellation);
        if (!to.HasSecondFactor) await recovery.RemoveAsync(from.Id, cancellation);
        var more = to.SmsTwoFactor && !from.SmsTwoFactor;
        await notices.SendAsync(from, from.Email, more ? SecurityEvent.TwoFactorOn : SecurityEvent.TwoFactorOff, cancellation);
    }
}
