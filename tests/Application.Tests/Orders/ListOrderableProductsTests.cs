using Connect.Application.Orders;
using Connect.TestKit;

namespace Connect.Application.Tests.Orders;

[Covers("ORD-2", "what this user and agreement may order")]
public sealed class ListOrderableProductsTests
{
    private readonly NewServiceScene _scene = new();

    [Fact]
    public async Task What_the_agreement_offers_is_cut_by_what_the_user_may()
    {
        _scene.Forbid(_scene.Line);
        (await new ListOrderableProducts.Handler(_scene.Products).Handle(new(), default)).Select(product => product.Name)
            .ShouldBe(["Mobile", "PbxUser", "MobileBroadband", "Capacity", "FixedTelephony"]);
    }
}
