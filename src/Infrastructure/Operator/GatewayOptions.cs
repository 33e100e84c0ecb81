namespace Connect.Infrastructure.Operator;

/// <summary>Settings <c>Operator:Gateway:*</c> of the way to the operator's systems; <c>Operator:Gateway</c> itself is <c>Simulator</c> or <c>Http</c>.</summary>
public sealed record GatewayOptions
{
    /// <summary>Orders are posted to <c>{BaseUrl}/orders</c>.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Signs what is sent, and is asked of what comes back. Without it no call-back is taken.</summary>
    public string? Secret { get; init; }

    /// <summary>How long an answer is waited for; then it is unknown whether the operator has the order.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);
}
