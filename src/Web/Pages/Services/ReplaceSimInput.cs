using Connect.Application.Subscriptions;
using Connect.Domain.Orders;

namespace Connect.Web.Pages.Services;

/// <summary>What is typed for another SIM card. Fields of the ways that were not chosen stay as they were typed and are not sent on.</summary>
public sealed class ReplaceSimInput
{
    public const string NewAddress = "new";

    public Guid RequestId { get; set; }
    public SimDeliveryWay Way { get; set; }
    public string? AddressKey { get; set; }
    public AddressInput Address { get; set; } = new();
    public string? Email { get; set; }
    public string? Icc { get; set; }

    public ReplaceSimCard ToMessage(Guid id, SimReplacementForm form) => new(id, Way, RequestId)
    {
        Address = Way == SimDeliveryWay.Post ? form.Addresses.FirstOrDefault(known => known.Key == AddressKey)?.Address ?? Address.ToAddress() : null,
        Email = Way == SimDeliveryWay.ESim ? Email : null,
        Icc = Way == SimDeliveryWay.OwnCard ? Icc : null,
    };

    /// <summary>A new address.</summary>
    public sealed class AddressInput
    {
        public string? Name { get; set; }
        public string? Street { get; set; }
        public string? PostalCode { get; set; }
        public string? City { get; set; }

        public DeliveryAddress ToAddress() => new(Name?.Trim() ?? "", Street?.Trim() ?? "", PostalCode?.Trim() ?? "", City?.Trim() ?? "");
    }
}
