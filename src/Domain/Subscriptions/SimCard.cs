namespace Connect.Domain.Subscriptions;

/// <summary>State of a SIM card. Stored by number.</summary>
public enum SimCardState
{
    /// <summary>I lager: delivered to the customer, not in use.</summary>
    InStock = 1,

    /// <summary>Reserverat: chosen for a replacement that is not carried out yet.</summary>
    Reserved = 2,

    /// <summary>Aktivt.</summary>
    Active = 3,

    /// <summary>Spärrat.</summary>
    Barred = 4,

    /// <summary>Utgånget: was replaced, never used again.</summary>
    Expired = 5,
}

/// <summary>Whether the SIM is a plastic card or a profile in the device. Stored by number.</summary>
public enum SimForm
{
    Physical = 1,
    ESim = 2,
}

/// <summary>A SIM card or eSIM profile. It is in stock, reserved for one service, working in it, and at last used up.</summary>
public sealed class SimCard(SimCardData data)
{
    public SimCardData Data { get; private set; } = data;

    public Guid Id => Data.Id;
    public string Icc => Data.Icc;

    /// <summary>A card that the operator made for a service; Connect hears of it when it starts to work.</summary>
    public static SimCard Delivered(Guid organisationId, Icc icc, SimForm form) => new(new SimCardData
    {
        Id = Guid.CreateVersion7(), OrganisationId = organisationId, Icc = icc.Digits, Form = form, State = SimCardState.InStock, Version = 0,
    });

    /// <summary>Keeps the card for a replacement.</summary>
    /// <exception cref="Common.DomainRuleException">Not in stock with this customer: one same answer for every reason, or it would tell of others' cards.</exception>
    public void Reserve(Guid organisationId, Guid subscriptionId)
    {
        if (Data.OrganisationId != organisationId || Data.State != SimCardState.InStock) throw NotAvailable();
        Data = Data with { State = SimCardState.Reserved, SubscriptionId = subscriptionId };
    }

    /// <summary>Back to stock: nothing came of the replacement.</summary>
    public void Release()
    {
        if (Data.State == SimCardState.Reserved) Data = Data with { State = SimCardState.InStock, SubscriptionId = null };
    }

    /// <summary>The card works in the service.</summary>
    public void Activate(Guid subscriptionId)
    {
        if (Data.State == SimCardState.Active && Data.SubscriptionId == subscriptionId) return;
        if (Data.State is not (SimCardState.InStock or SimCardState.Reserved)) throw NotAvailable();
        Data = Data with { State = SimCardState.Active, SubscriptionId = subscriptionId };
    }

    /// <summary>The card was replaced.</summary>
    public void Expire() => Data = Data with { State = SimCardState.Expired };

    /// <summary>What the operator tells of the card besides its ICC.</summary>
    /// <param name="protectedPin">Encrypted.</param>
    /// <param name="protectedPuk">Encrypted.</param>
    public void Describe(string? imsi, string? protectedPin, string? protectedPuk) => Data = Data with
    {
        Imsi = imsi ?? Data.Imsi,
        ProtectedPin = protectedPin ?? Data.ProtectedPin,
        ProtectedPuk = protectedPuk ?? Data.ProtectedPuk,
    };

    /// <summary>The one answer about a card that the customer can't use.</summary>
    public static Common.DomainRuleException NotAvailable() => new("SimCardNotAvailable", "Icc");
}

/// <summary>What is kept of a SIM card. PIN and PUK are encrypted.</summary>
public sealed record SimCardData
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public Guid? SubscriptionId { get; init; }
    public required string Icc { get; init; }
    public string? Imsi { get; init; }
    public string? ProtectedPin { get; init; }
    public string? ProtectedPuk { get; init; }
    public required SimForm Form { get; init; }
    public required SimCardState State { get; init; }

    /// <summary>0 when it is not in the database yet.</summary>
    public required int Version { get; init; }
}
