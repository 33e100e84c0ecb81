using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Users;

/// <summary>Återaktivera: the user can log in again, with the same password, reach and rights. Personal tokens are made anew.</summary>
[Requires(Right.ManageUsers)]
public sealed record ReactivateUser(Guid UserId) : ICommand
{
    internal sealed class Handler(UserDesk desk) : IRequestHandler<ReactivateUser, Unit>
    {
        public async Task<Unit> Handle(ReactivateUser command, CancellationToken cancellation)
        {
            var (user, _) = await desk.FindAsync(command.UserId, null, cancellation);
            var before = user.Data;
            user.Reactivate();
            await desk.SaveAsync(user, before, cancellation);
            return Unit.Value;
        }
    }
}
