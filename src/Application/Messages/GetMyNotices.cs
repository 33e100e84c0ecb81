using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using MediatR;

namespace Connect.Application.Messages;

/// <summary>The mails that the user can choose to have, and which of them are on.</summary>
[Requires, ByToken]
public sealed record GetMyNotices : IQuery<IReadOnlyList<MyNotice>>
{
    internal sealed class Handler(IUserNotices notices, ICurrentUser user) : IRequestHandler<GetMyNotices, IReadOnlyList<MyNotice>>
    {
        public async Task<IReadOnlyList<MyNotice>> Handle(GetMyNotices request, CancellationToken cancellationToken)
        {
            var off = await notices.OffAsync(user.Id, cancellationToken);
            return [.. Enum.GetValues<UserNotice>().Where(notice => UserNotices.RightsFor(notice).Any(user.Has)).Select(notice => new MyNotice(notice, !off.Contains(notice)))];
        }
    }
}

/// <param name="On">The mail is sent.</param>
public sealed record MyNotice(UserNotice Notice, bool On);
