using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Domain.Common;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Users;

/// <summary>
/// Edits a user within the reach who has nothing that the acting user lacks; takes effect at the user's next request. What one logs in with oneself is
/// changed under Mina uppgifter: <c>OwnDetails</c>. Failures as of <see cref="CreateUser"/>, and <c>LastAdministrator</c>. The user is told by mail when
/// name, e-mail, number or two-factor changed; what was opened by what is no more ends (<see cref="UserWays"/>), and an invitation goes to a new e-mail.
/// </summary>
/// <param name="Version">As it was shown.</param>
[Requires(Right.ManageUsers), RequiresFreshLogin, ByToken]
public sealed record EditUser(Guid UserId, string Account, string UserName, string Email, int Version) : ICommand, IUserInput
{
    public Guid? ContactPersonId { get; init; }
    public NewContactPerson? NewContactPerson { get; init; }
    public required string? MobileNumber { get; init; }
    public required bool SmsTwoFactor { get; init; }
    public required string Language { get; init; }
    public required IReadOnlyList<Right> Rights { get; init; }
    public required bool LimitsProducts { get; init; }
    public IReadOnlyList<Guid> Products { get; init; } = [];

    public sealed class Validator : AbstractValidator<EditUser>
    {
        public Validator() => Include(new UserRules());
    }

    internal sealed class Handler(UserDesk desk, UserGrants grants, UserWays ways, UserNotices notices, UserInvitation invitation)
        : IRequestHandler<EditUser, Unit>
    {
        public async Task<Unit> Handle(EditUser command, CancellationToken cancellation)
        {
            var (user, by) = await desk.FindAsync(command.UserId, command.Version, cancellation);
            var before = user.Data;
            if (command.UserName.Trim() != before.UserName && !InputRules.IsUserName(command.UserName)) throw new DomainRuleException("UserNameSigns", nameof(command.UserName));
            user.Edit(await grants.ReadAsync(command, by, user, cancellation), by);
            await desk.SaveAsync(user, before, cancellation);
            await ways.FollowAsync(user.Id, LoginWays.Of(before), LoginWays.Of(user.Data), cancellation);
            if (user.Data.HasPassword) await notices.SendAsync(before, user.Data, cancellation);
            else if (user.Data.IsActive && before.Email != user.Data.Email) await invitation.SendAsync(user.Id, cancellation);
            return Unit.Value;
        }
    }
}
