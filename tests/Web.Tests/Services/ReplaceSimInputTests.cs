using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using Connect.Web.Pages.Services;

namespace Connect.Web.Tests.Services;

[Covers("SVC-6", "one of the known delivery addresses or a new one")]
public sealed class ReplaceSimInputTests
{
    private static readonly DeliveryAddress Account = new("Nordvik Bygg AB", "Storgatan 1", "111 22", "Stockholm"), Invoice = new("Nordvik Bygg AB", "Box 7", "111 23", "Stockholm");
    private static readonly SimReplacementForm Form = new()
    {
        SubscriptionId = Guid.CreateVersion7(), UserName = "Åke", Kind = SubscriptionKind.Mobile, Status = SubscriptionStatus.Active,
        Addresses = [new KnownAddress("account", Account), new KnownAddress("invoice", Invoice)],
    };

    [Fact]
    public void The_chosen_known_address_goes_along() => Sent(SimDeliveryWay.Post, "invoice").Address.ShouldBe(Invoice);

    [Theory]
    [InlineData("new")]
    [InlineData("somewhere")]
    [InlineData(null)]
    public void Otherwise_the_one_that_was_typed(string? key) => Sent(SimDeliveryWay.Post, key).Address.ShouldBe(new DeliveryAddress("Åke", "Nygatan 2", "", "Luleå"));

    [Theory]
    [InlineData(SimDeliveryWay.Post, true, false, false)]
    [InlineData(SimDeliveryWay.ESim, false, true, false)]
    [InlineData(SimDeliveryWay.OwnCard, false, false, true)]
    public void Only_what_belongs_to_the_way_is_sent_on(SimDeliveryWay way, bool address, bool email, bool icc)
    {
        var sent = Sent(way, "account");
        (sent.Address is not null, sent.Email is not null, sent.Icc is not null).ShouldBe((address, email, icc));
    }

    private static ReplaceSimCard Sent(SimDeliveryWay way, string? key) => new ReplaceSimInput
    {
        Way = way, AddressKey = key, Address = new() { Name = " Åke ", Street = "Nygatan 2", City = "Luleå" }, Email = "ake@example.com", Icc = "8946010000000000012",
    }.ToMessage(Form.SubscriptionId, Form);
}
