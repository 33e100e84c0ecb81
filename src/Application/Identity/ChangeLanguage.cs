using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>Sets the language that the portal, mails and SMS speak to the user: <c>sv</c> or <c>en</c>.</summary>
[Requires, ByToken]
public sealed record ChangeLanguage(string Language) : ICommand
{
    internal sealed class Handler(ILoginUsers users, ICurrentUser user, IAudit audit) : IRequestHandler<ChangeLanguage, Unit>
    {
        public async Task<Unit> Handle(ChangeLanguage command, CancellationToken cancellation)
        {
            if (command.Language is not ("sv" or "en")) throw new InvalidInputException(nameof(Language), "LanguageUnknown");
            await users.SetLanguageAsync(user.Id, command.Language, cancellation);
            audit.Subject("User", user.Id);
            audit.Change(new { user.Identity!.Language }, new { command.Language });
            return Unit.Value;
        }
    }
}
