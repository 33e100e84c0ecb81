namespace Connect.Domain.Subscriptions;

/// <summary>Where calls may be forwarded to: any number but the service's own and those that cost extra. Emergency numbers are no E.164 numbers.</summary>
public static class ForwardingTarget
{
    public const string Self = "ForwardToSelf", Premium = "ForwardToPremium";

    /// <param name="own">The service's mobile and fixed number, those that it has.</param>
    /// <returns>The code of what is wrong, or null.</returns>
    public static string? Problem(PhoneNumber target, params IEnumerable<PhoneNumber> own) =>
        own.Contains(target) ? Self : target.IsPremium ? Premium : null;
}
