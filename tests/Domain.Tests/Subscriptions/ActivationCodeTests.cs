using Connect.Domain.Subscriptions;

namespace Connect.Domain.Tests.Subscriptions;

public sealed class ActivationCodeTests
{
    [Theory]
    [InlineData("LPA:1$smdp.example.com$04386-AGYFT-A74Y8-3F815", true)]
    [InlineData("LPA:1$smdp.example.com$04386-AGYFT-A74Y8-3F815$$1", true)]
    [InlineData("LPA:1$smdp.example.com$04386-AGYFT-A74Y8-3F815$1.3.6.1.4.1.31746$1", true)]
    [InlineData("LPA:1$smdp.example.com$$1.3.6.1.4.1.31746", true)]
    [InlineData("1$smdp.example.com$04386", false)]
    [InlineData("LPA:2$smdp.example.com$04386", false)]
    [InlineData("LPA:1$smdp$04386", false)]
    [InlineData("LPA:1$smdp.example.com", false)]
    [InlineData("LPA:1$smdp.example.com$04386\n", false)]
    public void It_follows_SGP_22(string code, bool valid) => ActivationCode.IsValid(code).ShouldBe(valid);
}
