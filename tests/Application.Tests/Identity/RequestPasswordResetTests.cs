using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class RequestPasswordResetTests
{
    private readonly IdentityScene _scene = new();
    private readonly Connect.Application.Common.Ports.IWorkQueue _queue = Substitute.For<Connect.Application.Common.Ports.IWorkQueue>();

    [Fact]
    public async Task The_name_is_put_aside_unread_and_hidden()
    {
        await SendAsync();
        await _queue.Received(1).EnqueueAsync(Arg.Is<Connect.Application.Common.Ports.NewWork>(work => work.Kind == "identity.reset-link" && work.Payload == "hidden anna.admin"), Arg.Any<CancellationToken>());
        await _scene.Users.DidNotReceiveWithAnyArgs().FindAsync(default!, default);
    }

    [Fact]
    public async Task Asking_again_and_again_is_stopped()
    {
        for (var i = 0; i < 4; i++) await SendAsync();
        (await Should.ThrowAsync<DomainRuleException>(SendAsync)).Code.ShouldBe("LoginBlocked");
    }

    [Fact]
    public void A_name_is_needed()
    {
        new RequestPasswordReset.Validator().Problems(new("")).ShouldBe(["UserName NotEmptyValidator"]);
        new RequestPasswordReset.Validator().Problems(new(new('x', 255))).ShouldBe(["UserName MaximumLengthValidator"]);
    }

    private Task SendAsync() => new RequestPasswordReset.Handler(_scene.Guard, _queue, new Scene.Secrets()).Handle(new("anna.admin"), default);
}
