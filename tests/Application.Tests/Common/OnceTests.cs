using System.Text.Json;
using Connect.Application.Common.Behaviors;
using Connect.Application.Operator;
using Connect.Domain.Users;

namespace Connect.Application.Tests.Common;

public sealed class OnceTests
{
    [Fact]
    public async Task Sent_twice_at_once_the_slower_one_is_taken_back_and_answers_as_the_quicker_did()
    {
        var (fixture, quicker) = (new PipelineFixture(), Guid.NewGuid());
        fixture.LogIn(Enum.GetValues<Right>());
        fixture.QuickerAnswer = JsonSerializer.Serialize(quicker);
        (await fixture.SendAsync(new PipelineFixture.PlaceOnce("SIM", Guid.NewGuid()))).ShouldBe(quicker);
        fixture.Log.ShouldContain("rollback");
        fixture.Log.ShouldNotContain("commit");
    }

    [Fact]
    public void A_request_is_known_again_without_its_secrets()
    {
        var report = new ReportOrderProgress(Guid.NewGuid(), "1001", OrderProgress.Delivered) { Pin = "1234", Puk = "12345678", Icc = "8946010000000000012" };
        RequestContent.HashOf(report with { Pin = "9999", Puk = null }).ShouldBe(RequestContent.HashOf(report));
        RequestContent.HashOf(report with { Icc = null }).ShouldNotBe(RequestContent.HashOf(report));
    }
}
