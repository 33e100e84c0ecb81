using System.Diagnostics.Metrics;

namespace Connect.Application.Common.Behaviors;

/// <summary>How many messages there were, how they ended and how long they took, for the operator's metrics.</summary>
public static class MessageMetrics
{
    public const string Name = "Connect";

    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("connect.message.duration", "ms", "Time a message took, by type and outcome.");

    internal static void Record(string message, string outcome, double milliseconds) =>
        Duration.Record(milliseconds, new("message", message), new("outcome", outcome));
}
