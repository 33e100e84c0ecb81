using Connect.Application.Common.Errors;
using Connect.Domain.Users;
using static Connect.Application.Tests.Common.PipelineFixture;

namespace Connect.Application.Tests.Common;

public sealed class OnceTests
{
    private readonly PipelineFixture _pipeline = new();

    [Fact]
    public async Task A_request_that_is_sent_again_gets_the_first_answer_and_changes_nothing()
    {
        _pipeline.LogIn(Right.ManageSubscriptions);
        var order = new PlaceOnce("a", Guid.CreateVersion7());

        var first = await _pipeline.SendAsync(order);
        var second = await _pipeline.SendAsync(order);

        second.ShouldBe(first);
        _pipeline.Log.Count(entry => entry == "handle").ShouldBe(1);
    }

    [Fact]
    public async Task The_same_request_id_with_other_content_is_a_conflict()
    {
        _pipeline.LogIn(Right.ManageSubscriptions);
        var order = new PlaceOnce("a", Guid.CreateVersion7());
        await _pipeline.SendAsync(order);

        (await Should.ThrowAsync<ConflictException>(() => _pipeline.SendAsync(order with { What = "b" }))).Code.ShouldBe("RequestReused");
    }

    [Fact]
    public async Task A_request_without_an_id_is_refused()
    {
        _pipeline.LogIn(Right.ManageSubscriptions);
        (await Should.ThrowAsync<InvalidInputException>(() => _pipeline.SendAsync(new PlaceOnce("a", Guid.Empty)))).Problems[0].Code.ShouldBe("RequestIdMissing");
    }
}
