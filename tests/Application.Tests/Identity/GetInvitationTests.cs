using Connect.Application.Common.Errors;
using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class GetInvitationTests
{
    private readonly IOneTimeLinks _links = Substitute.For<IOneTimeLinks>();

    [Fact]
    public async Task It_tells_whom_the_link_invites()
    {
        _links.FindAsync(LinkPurpose.Invitation, Token.Hash("link"), Scene.Now, Arg.Any<CancellationToken>())
            .Returns(new LinkOwner { UserId = Guid.CreateVersion7(), OrganisationId = Guid.CreateVersion7(), OrganisationName = "Nordvik", UserName = "bo.berg", Email = "bo@example.com", Name = "Bo Berg" });
        (await SendAsync("link")).ShouldBe(new InvitationView("Bo Berg", "bo.berg"));
    }

    [Fact]
    public async Task A_link_that_cannot_be_used_is_not_there() => await Should.ThrowAsync<NotFoundException>(() => SendAsync("other"));

    private Task<InvitationView> SendAsync(string token) => new GetInvitation.Handler(_links, Scene.Clock()).Handle(new GetInvitation(token), default);
}
