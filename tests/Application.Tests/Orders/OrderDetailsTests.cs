using Connect.Application.Orders;
using Connect.Application.Tests.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.TestKit;

namespace Connect.Application.Tests.Orders;

/// <summary>The shape of what is told of a new service.</summary>
[Covers("ORD-2", "what is wrong with the details")]
public sealed class OrderDetailsTests
{
    private static readonly OrderDetails Good = new() { UserName = "Åke", StartsOn = new DateOnly(2026, 3, 10) };

    [Fact]
    public void Nothing_is_asked_of_what_is_not_chosen() =>
        Problems(Good with { PortedNumber = "x", LosingOperator = "\0", Icc = "x", Email = "x", Address = new("", "", "", ""), NumberWay = NumberWay.New }).ShouldBeEmpty();

    [Fact]
    public void A_number_is_told_with_whom_it_leaves()
    {
        Problems(Good with { NumberWay = NumberWay.Ported }).ShouldBe(["PortedNumber NotEmptyValidator", "LosingOperator NotEmptyValidator"]);
        Problems(Good with { FixedNumberWay = NumberWay.Ported, PortedFixedNumber = "abc", FixedLosingOperator = new string('x', 101) }).ShouldBe(["PortedFixedNumber PhoneNumberWrong", "FixedLosingOperator MaximumLengthValidator"]);
        Problems(Good with { NumberWay = (NumberWay)9, FixedNumberWay = (NumberWay)9, SimWay = (SimDeliveryWay)9 }).ShouldBe(["NumberWay EnumValidator", "FixedNumberWay EnumValidator", "SimWay EnumValidator"]);
    }

    [Fact]
    public void A_card_is_told_with_what_its_way_needs()
    {
        Problems(Good with { SimWay = SimDeliveryWay.Post }).ShouldBe(["Address NotNullValidator"]);
        Problems(Good with { SimWay = SimDeliveryWay.Post, Address = new("Åke", "", "1", "Stad") }).ShouldBe(["Address.Street NotEmptyValidator", "Address.PostalCode PostalCodeWrong"]);
        Problems(Good with { SimWay = SimDeliveryWay.ESim, Email = "a" }).ShouldBe(["Email EmailValidator"]);
        Problems(Good with { SimWay = SimDeliveryWay.OwnCard, Icc = "8946010000000000013" }).ShouldBe(["Icc IccChecksum"]);
    }

    [Fact]
    public void Texts_have_their_lengths_and_signs()
    {
        Problems(Good with { UserName = new string('x', 201), CostCentre = new string('x', 51), EmployeeNumber = "a\0b" }).ShouldBe(["UserName MaximumLengthValidator", "CostCentre MaximumLengthValidator", "EmployeeNumber NameSigns"]);
    }

    [Fact]
    public void Lists_are_there_and_of_what_there_is()
    {
        Problems(Good with { ExtraPriceLists = null!, AddOns = [.. Enumerable.Range(0, 101).Select(_ => Guid.NewGuid())], Barrings = [BarringKind.LostOrStolen], Handsets = [(HandsetKind)9] }).ShouldBe(
            ["ExtraPriceLists PlanUnknown", "AddOns PlanUnknown", "Barrings EnumValidator", "Handsets EnumValidator"]);
        Problems(Good with { Barrings = null!, Handsets = null! }).ShouldBe(["Barrings EnumValidator", "Handsets EnumValidator"]);
    }

    [Fact]
    public void An_address_is_whole_and_a_speed_possible()
    {
        Problems(Good with { Installation = new("Storgatan 1", null, null), OtherEnd = new(null, null, null) }).ShouldBe(["Installation.PostalCode NotEmptyValidator", "Installation.City NotEmptyValidator"]);
        Problems(Good with { DownMbit = 0, UpMbit = 100_001 }).ShouldBe(["DownMbit MbitWrong", "UpMbit MbitWrong"]);
    }

    private static IEnumerable<string> Problems(OrderDetails details) => new OrderDetailsRules().Problems(details);
}
