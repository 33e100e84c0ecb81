using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Web.Components.ReplaceSim;

namespace Connect.Web.Pages.Services;

/// <summary>What is typed for another SIM card.</summary>
public sealed class ReplaceSimInput : ICardFields
{
    public Guid RequestId { get; set; }
    public SimDeliveryWay Way { get; set; }
    public string? AddressKey { get; set; }
    public AddressInput Address { get; set; } = new();
    public string? Email { get; set; }
    public string? Icc { get; set; }

    public ReplaceSimCard ToMessage(Guid id, SimReplacementForm form) => new(id, Way, RequestId)
    {
        Address = Way == SimDeliveryWay.Post ? CardChoices.Chosen(form.Addresses, this) : null,
        Email = Way == SimDeliveryWay.ESim ? Email : null,
        Icc = Way == SimDeliveryWay.OwnCard ? Icc : null,
    };
}
