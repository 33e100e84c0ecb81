using Connect.Application.Common.Security;
using Connect.Application.Identity;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class OperatorKeyReaderTests
{
    private readonly IOperatorKeys _keys = Substitute.For<IOperatorKeys>();

    [Theory]
    [InlineData("cop_secret", true)]
    [InlineData("secret", false)]
    [InlineData("COP_secret", false)]
    [InlineData("cop_", false)]
    [InlineData("", false)]
    public async Task Only_what_begins_as_a_key_is_looked_up_by_its_hash(string key, bool known)
    {
        var billing = new OperatorIdentity("billing", new HashSet<string> { "integration" });
        _keys.FindAsync(Token.Hash(key), Arg.Any<CancellationToken>()).Returns(billing);
        (await new OperatorKeyReader(_keys).ReadAsync(key, default)).ShouldBe(known ? billing : null);
    }

    [Fact]
    public async Task What_is_longer_than_any_key_is_not_looked_up()
    {
        (await new OperatorKeyReader(_keys).ReadAsync("cop_" + new string('x', 97), default)).ShouldBeNull();
        _keys.ReceivedCalls().ShouldBeEmpty();
    }
}
