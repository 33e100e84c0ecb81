using Connect.Application.Network;
using Connect.Domain.Network;

namespace Connect.Application.Tests.Network;

public sealed class GetCoverageLayerTests
{
    [Fact]
    public void A_network_is_one_that_there_is()
    {
        var validator = new GetCoverageLayer.Validator();
        validator.Validate(new GetCoverageLayer(MobileGeneration.Second)).IsValid.ShouldBeTrue();
        validator.Validate(new GetCoverageLayer(0)).Errors.ShouldHaveSingleItem().ErrorCode.ShouldBe("EnumValidator");
    }
}
