using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Connect.Application.Common.Behaviors;
using Connect.Domain.Common;
using Connect.Domain.Users;
using Connect.TestKit;
using static Connect.Application.Tests.Common.PipelineFixture;

namespace Connect.Application.Tests.Common;

public sealed class MessageMetricsTests
{
    private readonly PipelineFixture _pipeline = new();

    [Fact, Covers("OPS-4", "metrics: how each message ended and how long it took")]
    public async Task Each_message_is_measured_by_type_and_outcome()
    {
        var seen = new ConcurrentBag<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => { if (instrument.Meter.Name == MessageMetrics.Name) self.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<double>((instrument, milliseconds, tags, _) =>
        {
            if (milliseconds >= 0) seen.Add($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}");
        });
        listener.Start();
        _pipeline.LogIn(Right.ManageSubscriptions);

        await _pipeline.SendAsync(new Rename("Åsa"));
        await Should.ThrowAsync<DomainRuleException>(() => _pipeline.SendAsync(new Rename("taken")));

        seen.ShouldContain("connect.message.duration Rename done");
        seen.ShouldContain("connect.message.duration Rename DomainRuleException");
    }

    [Fact, Covers("OPS-4", "logs: type, user and outcome of each message, never its content")]
    public async Task Each_message_is_logged_without_its_content()
    {
        _pipeline.LogIn(Right.ManageSubscriptions);

        await _pipeline.SendAsync(new Rename("Hemlig"));

        var line = _pipeline.Lines.ShouldHaveSingleItem();
        line.ShouldStartWith("Rename for 0198c0de-0000-7000-8000-000000000001: done in ");
        line.ShouldNotContain("Hemlig", Case.Insensitive);
    }
}
