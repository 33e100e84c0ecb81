using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Web.TagHelpers;

namespace Connect.Web.Components.ReplaceSim;

/// <summary>What is typed for a SIM card, beside the way it comes. What belongs to a way that was not chosen stays as it was typed and is not sent on.</summary>
public interface ICardFields
{
    string? AddressKey { get; }
    AddressInput Address { get; }
    string? Email { get; }
    string? Icc { get; }
}

/// <summary>A new address.</summary>
public sealed class AddressInput
{
    public string? Name { get; set; }
    public string? Street { get; set; }
    public string? PostalCode { get; set; }
    public string? City { get; set; }

    public DeliveryAddress ToAddress() => new(Name?.Trim() ?? "", Street?.Trim() ?? "", PostalCode?.Trim() ?? "", City?.Trim() ?? "");
}

/// <summary>The choices of a form for a SIM card.</summary>
internal static class CardChoices
{
    public const string NewAddress = "new";

    public static IEnumerable<Choice> Ways => Enum.GetValues<SimDeliveryWay>()
        .Select(way => new Choice($"{way}", Text.Get($"ReplaceSim.Way.{way}"), Text.Get($"ReplaceSim.Way.{way}.Explained")));

    /// <summary>The known addresses, and a new one last.</summary>
    public static IEnumerable<Choice> Addresses(IEnumerable<KnownAddress> known) => known
        .Select(one => new Choice(one.Key, Text.Get($"ReplaceSim.Address.{one.Key}"), one.Address.ToString()))
        .Append(new Choice(NewAddress, Text.Get("ReplaceSim.Address.new")));

    /// <summary>The known address of that key, or what was typed.</summary>
    public static DeliveryAddress Chosen(IEnumerable<KnownAddress> known, ICardFields typed) => known.FirstOrDefault(one => one.Key == typed.AddressKey)?.Address ?? typed.Address.ToAddress();
}
