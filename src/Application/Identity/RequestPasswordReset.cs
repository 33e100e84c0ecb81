using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Messages;
using FluentValidation;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>
/// Asks for a link to choose a new password. The answer, and the time that it takes, say nothing of whether there is such a user:
/// the name is only put aside, and looked up by the worker. Too many from one address: <c>LoginBlocked</c>.
/// </summary>
/// <param name="UserName">User name, or e-mail where exactly one active user has it.</param>
[Open]
public sealed record RequestPasswordReset(string UserName) : ICommand
{
    public sealed class Validator : AbstractValidator<RequestPasswordReset>
    {
        public Validator() => RuleFor(c => c.UserName).NotEmpty().MaximumLength(254);
    }

    internal sealed class Handler(LoginGuard guard, IWorkQueue queue, ISecretProtector secrets) : IRequestHandler<RequestPasswordReset, Unit>
    {
        public async Task<Unit> Handle(RequestPasswordReset command, CancellationToken cancellation)
        {
            await guard.EnterResetAsync(command.UserName, cancellation);
            // Encrypted: what people type into the field of the name may be their password.
            await queue.EnqueueAsync(new(SendResetLink.WorkKind, Guid.CreateVersion7()) { Payload = secrets.Protect(command.UserName) }, cancellation);
            return Unit.Value;
        }
    }
}

/// <summary>Work <c>identity.reset-link</c>: mails the link, if there is such a user. A few an hour to each.</summary>
internal sealed class SendResetLink(ITransactions transactions, ILoginUsers users, ResetMail mail, ISecretProtector secrets) : IWorkHandler
{
    public const string WorkKind = "identity.reset-link";

    public string Kind => WorkKind;

    public Task RunAsync(DueWork work, CancellationToken cancellation) => transactions.RunAsync(async () =>
    {
        if (await users.FindAsync(secrets.Unprotect(work.Payload!), cancellation) is { IsActive: true } user) await mail.SendAsync(user, cancellation);
        return true;
    }, cancellation);

    public Task GiveUpAsync(DueWork work, string? refusal, CancellationToken cancellation) => Task.CompletedTask;
}

/// <summary>Makes the link and writes the mail.</summary>
internal sealed class ResetMail(IOneTimeLinks links, IMessages messages, MessageTexts texts, IdentityOptions options, TimeProvider clock)
{
    public async Task SendAsync(LoginUser user, CancellationToken cancellation)
    {
        var (now, token, reader) = (clock.GetUtcNow(), Token.New(), Text.Culture(user.Language));
        if (await links.CountAsync(LinkPurpose.PasswordReset, user.Id, now.AddHours(-1), cancellation) >= options.ResetsPerHour) return;
        await links.AddAsync(new(Guid.CreateVersion7(), user.Id, LinkPurpose.PasswordReset, Token.Hash(token), now, now + options.ResetLifetime), cancellation);
        await messages.MailAsync(new()
        {
            To = user.Email,
            Subject = texts.ResetSubject(reader),
            Text = texts.Reset(reader, user.Name, user.UserName, $"/login/reset/{token}", (int)options.ResetLifetime.TotalMinutes),
            IsSecret = true,
            OrganisationId = user.OrganisationId,
            UserId = user.Id,
        }, cancellation);
    }
}
