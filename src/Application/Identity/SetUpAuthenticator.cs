using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using FluentValidation;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>Begins to set an authenticator app up; one in use goes on working until the new one is confirmed.</summary>
[Requires, RequiresFreshLogin]
public sealed record BeginAuthenticator : ICommand
{
    internal sealed class Handler(AuthenticatorSetups setups, ICurrentUser user, IAudit audit) : IRequestHandler<BeginAuthenticator, Unit>
    {
        public async Task<Unit> Handle(BeginAuthenticator command, CancellationToken cancellation)
        {
            audit.Subject("User", user.Id);
            await setups.BeginAsync(user.Id, cancellation);
            return Unit.Value;
        }
    }
}

/// <summary>The secret of the app that is being set up, as QR code and to type. Not found when none is.</summary>
[Requires, RequiresFreshLogin, Audited]
public sealed record GetAuthenticatorSetup : IQuery<AuthenticatorSetup>
{
    internal sealed class Handler(AuthenticatorSetups setups, ICurrentUser user, IAudit audit) : IRequestHandler<GetAuthenticatorSetup, AuthenticatorSetup>
    {
        public async Task<AuthenticatorSetup> Handle(GetAuthenticatorSetup query, CancellationToken cancellation)
        {
            audit.Subject("User", user.Id);
            return await setups.FindAsync(user.Id, user.Identity!.UserName, cancellation) ?? throw new NotFoundException();
        }
    }
}

/// <summary>
/// Proves by a code that the app has the secret: from now on log-in asks for it. Answers new recovery codes, shown this once; older ones end.
/// Failures: <c>AuthenticatorCodeWrong</c>, <c>AuthenticatorNotBegun</c>.
/// </summary>
[Requires, RequiresFreshLogin]
public sealed record ConfirmAuthenticator(string Code) : ICommand<IReadOnlyList<string>>
{
    public sealed class Validator : AbstractValidator<ConfirmAuthenticator>
    {
        public Validator() => RuleFor(c => c.Code).AuthenticatorCode();
    }

    internal sealed class Handler(OwnAuthenticator authenticator, ICurrentUser user, IAudit audit) : IRequestHandler<ConfirmAuthenticator, IReadOnlyList<string>>
    {
        public Task<IReadOnlyList<string>> Handle(ConfirmAuthenticator command, CancellationToken cancellation)
        {
            audit.Subject("User", user.Id);
            return authenticator.ConfirmAsync(user.Id, command.Code, cancellation);
        }
    }
}

/// <summary>Turns the authenticator on: with new recovery codes, and a mail that tells of it.</summary>
internal sealed class OwnAuthenticator(AuthenticatorSetups setups, RecoveryCodes recovery, SecurityNotices notices, TimeProvider clock)
{
    public async Task<IReadOnlyList<string>> ConfirmAsync(Guid userId, string code, CancellationToken cancellation)
    {
        await setups.ConfirmAsync(userId, string.Concat(code.Where(char.IsAsciiDigit)), clock.GetUtcNow(), cancellation);
        await notices.SendAsync(userId, SecurityEvent.TwoFactorOn, cancellation);
        return await recovery.MakeAsync(userId, cancellation);
    }
}
