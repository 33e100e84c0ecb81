using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>Whom a link invites; looking does not use it up. Not found when it was used, has expired or never was.</summary>
[Open]
public sealed record GetInvitation(string LinkToken) : IQuery<InvitationView>
{
    internal sealed class Handler(IOneTimeLinks links, TimeProvider clock) : IRequestHandler<GetInvitation, InvitationView>
    {
        public async Task<InvitationView> Handle(GetInvitation query, CancellationToken cancellation)
        {
            var owner = await links.FindAsync(LinkPurpose.Invitation, Token.Hash(query.LinkToken), clock.GetUtcNow(), cancellation) ?? throw new NotFoundException();
            return new(owner.Name, owner.UserName);
        }
    }
}

public sealed record InvitationView(string Name, string UserName);
