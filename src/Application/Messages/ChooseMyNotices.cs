using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using FluentValidation;
using MediatR;

namespace Connect.Application.Messages;

/// <summary>Sets which mails the user has. What the user's rights do not give stays as it was.</summary>
/// <param name="On">The mails that are wanted.</param>
[Requires, ByToken]
public sealed record ChooseMyNotices(IReadOnlyList<UserNotice> On) : ICommand
{
    public sealed class Validator : AbstractValidator<ChooseMyNotices>
    {
        public Validator()
        {
            RuleFor(c => c.On).NotNull();
            RuleForEach(c => c.On).IsInEnum();
        }
    }

    internal sealed class Handler(IUserNotices notices, ICurrentUser user, IAudit audit) : IRequestHandler<ChooseMyNotices, Unit>
    {
        public async Task<Unit> Handle(ChooseMyNotices request, CancellationToken cancellationToken)
        {
            var before = await notices.OffAsync(user.Id, cancellationToken);
            var off = Enum.GetValues<UserNotice>().Where(notice => UserNotices.RightsFor(notice).Any(user.Has) ? !request.On.Contains(notice) : before.Contains(notice)).ToList();
            await notices.SetOffAsync(user.Id, off, cancellationToken);
            audit.Subject("User", user.Id);
            audit.Change(new { NoticesOff = before }, new { NoticesOff = off });
            return Unit.Value;
        }
    }
}
