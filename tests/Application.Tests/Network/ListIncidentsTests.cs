using Connect.Application.Network;
using Connect.Domain.Network;

namespace Connect.Application.Tests.Network;

public sealed class ListIncidentsTests
{
    [Fact]
    public void A_network_is_one_that_there_is()
    {
        var validator = new ListIncidents.Validator();
        validator.Validate(new ListIncidents()).IsValid.ShouldBeTrue();
        validator.Validate(new ListIncidents(MobileGeneration.Fifth)).IsValid.ShouldBeTrue();
        validator.Validate(new ListIncidents((MobileGeneration)9)).Errors.ShouldHaveSingleItem().ErrorCode.ShouldBe("EnumValidator");
        validator.Validate(new ListIncidents(At: new(15.2, 59.27))).IsValid.ShouldBeTrue();
        validator.Validate(new ListIncidents(At: new(59.27, 15.2))).Errors.ShouldHaveSingleItem().ErrorCode.ShouldBe("PlaceElsewhere");
    }
}
