namespace Connect.Domain.Subscriptions;

/// <summary>What a usage record is about. Stored by number.</summary>
public enum TrafficType
{
    /// <summary>Amount in seconds.</summary>
    Call = 1,

    /// <summary>Amount in messages.</summary>
    Sms = 2,

    /// <summary>Amount in messages.</summary>
    Mms = 3,

    /// <summary>Amount in bytes.</summary>
    Data = 4,
}

/// <summary>Direction of traffic, seen from the customer's service. Stored by number.</summary>
public enum TrafficDirection
{
    Outgoing = 1,
    Incoming = 2,
}

/// <summary>Where the traffic went or took place. Stored by number.</summary>
public enum TrafficZone
{
    /// <summary>To a mobile number in Sweden.</summary>
    NationalMobile = 1,

    /// <summary>To a fixed or other national number.</summary>
    National = 2,

    /// <summary>From Sweden to another country.</summary>
    International = 3,

    /// <summary>Within EU and EES while roaming.</summary>
    RoamingEu = 4,

    /// <summary>Outside EU and EES while roaming.</summary>
    RoamingWorld = 5,

    /// <summary>Premium numbers and messages.</summary>
    Premium = 6,
}
