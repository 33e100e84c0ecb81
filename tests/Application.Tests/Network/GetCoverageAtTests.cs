using Connect.Application.Network;

namespace Connect.Application.Tests.Network;

public sealed class GetCoverageAtTests
{
    [Theory]
    [InlineData(59.27, 15.2, true)]
    [InlineData(15.2, 59.27, false)]
    [InlineData(double.NaN, 15.2, false)]
    [InlineData(double.PositiveInfinity, 15.2, false)]
    public void A_place_is_on_the_map(double latitude, double longitude, bool isRight)
    {
        var result = new GetCoverageAt.Validator().Validate(new GetCoverageAt(latitude, longitude));
        result.IsValid.ShouldBe(isRight);
        result.Errors.ShouldAllBe(error => error.ErrorCode == "PlaceElsewhere" && error.PropertyName == "Latitude");
    }
}
