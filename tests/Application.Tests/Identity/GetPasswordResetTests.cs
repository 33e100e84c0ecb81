using Connect.Application.Common.Errors;
using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class GetPasswordResetTests
{
    private readonly IdentityScene _scene = new();

    [Fact]
    public async Task It_tells_whose_link_it_is_while_it_works()
    {
        await Should.ThrowAsync<NotFoundException>(SendAsync);
        _scene.Linked(LinkPurpose.PasswordReset);
        (await SendAsync()).ShouldBe(new InvitationView("Anna Åkesson", "anna.admin"));
        await _scene.Links.DidNotReceiveWithAnyArgs().UseAsync(default, default!, default, default);
    }

    private Task<InvitationView> SendAsync() => new GetPasswordReset.Handler(_scene.Links, _scene.Clock).Handle(new("link"), default);
}
