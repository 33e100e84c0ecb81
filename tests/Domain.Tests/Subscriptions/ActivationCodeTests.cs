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
    [InlineData("LPA:1$-smdp.example.com$04386", false)]
    [InlineData("LPA:1$smdp.example.com$abc", false)]
    [InlineData("LPA:1$smdp.example.com$04386$$2", false)]
    [InlineData("LPA:1$smdp.example.com/path$04386", false)]
    [InlineData(" LPA:1$smdp.example.com$04386", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void It_follows_SGP_22(string? code, bool valid) => ActivationCode.IsValid(code).ShouldBe(valid);

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void It_is_no_longer_than_a_code_may_be(int length, bool valid)
    {
        const string start = "LPA:1$smdp.example.com$";
        ActivationCode.IsValid(start + new string('A', length - start.Length)).ShouldBe(valid);
    }
}
