using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Users;

/// <summary>
/// Skapa användare: a user within the reach, who gets an invitation by mail. Failures beside those of the fields: <c>RightAlone</c>, <c>AccountUnknown</c>,
/// <c>ContactPersonUnknown</c>, <c>ProductUnknown</c>, <c>UserNameTaken</c>, <c>EmailTaken</c>; refused is a right or a freedom to order that the
/// acting user lacks (<c>RightBeyondOwn</c>, <c>ProductsBeyondOwn</c>). Invitations are few an hour: <c>InvitationsTooMany</c>, <c>InvitationsByOneTooMany</c>.
/// </summary>
[Requires(Right.ManageUsers), RequiresFreshLogin, ByToken]
public sealed record CreateUser(string Account, string UserName, string Email, Guid RequestId) : ICommand<Guid>, IOnce, IUserInput
{
    public Guid? ContactPersonId { get; init; }
    public NewContactPerson? NewContactPerson { get; init; }
    public string? MobileNumber { get; init; }
    public bool SmsTwoFactor { get; init; }
    public string Language { get; init; } = "sv";
    public IReadOnlyList<Right> Rights { get; init; } = [];
    public bool LimitsProducts { get; init; }
    public IReadOnlyList<Guid> Products { get; init; } = [];

    public sealed class Validator : AbstractValidator<CreateUser>
    {
        public Validator()
        {
            Include(new UserRules());
            RuleFor(user => user.UserName).Must(name => string.IsNullOrWhiteSpace(name) || InputRules.IsUserName(name)).WithErrorCode("UserNameSigns");
        }
    }

    internal sealed class Handler(UserDesk desk, UserGrants grants, UserInvitation invitation) : IRequestHandler<CreateUser, Guid>
    {
        public async Task<Guid> Handle(CreateUser command, CancellationToken cancellation)
        {
            var by = await desk.ActingAsync(cancellation);
            var user = User.New(desk.Reach.OrganisationId, await grants.ReadAsync(command, by, user: null, cancellation));
            await desk.SaveAsync(user, before: null, cancellation);
            await invitation.SendAsync(user.Id, cancellation);
            return user.Id;
        }
    }
}
