using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

[Covers("OPS-2", "operator keys: hashed, scoped")]
public sealed class CreateOperatorKeyTests
{
    private readonly IOperatorKeys _keys = Substitute.For<IOperatorKeys>();
    private readonly Scene.Audit _audit = new();
    private readonly List<NewOperatorKey> _added = [];

    public CreateOperatorKeyTests() => _keys.AddAsync(Arg.Do<NewOperatorKey>(_added.Add), Arg.Any<CancellationToken>()).Returns(true);

    [Fact]
    public async Task The_key_is_shown_once_and_only_its_hash_is_kept()
    {
        var key = await SendAsync(" billing ");
        key.ShouldStartWith("cop_");
        var row = _added.ShouldHaveSingleItem();
        (row.Name, row.KeyHash, row.At).ShouldBe(("billing", Token.Hash(key), Scene.Now));
        row.Scopes.ShouldBe(["integration"]);
        row.ToString().ShouldNotContain(key);
        _audit.After.ShouldNotBeNull().ShouldNotContain(key);
    }

    [Fact]
    public async Task Two_keys_are_never_the_same() => (await SendAsync("a")).ShouldNotBe(await SendAsync("b"));

    [Fact]
    public async Task A_name_that_is_taken_is_refused()
    {
        _keys.AddAsync(Arg.Any<NewOperatorKey>(), Arg.Any<CancellationToken>()).Returns(false);
        var refused = await Should.ThrowAsync<DomainRuleException>(() => SendAsync("billing"));
        (refused.Code, refused.Field).ShouldBe(("OperatorKeyNameTaken", "Name"));
    }

    [Fact]
    public void It_needs_a_name_and_scopes_that_keys_can_have()
    {
        Problems(new("billing", ["import", "integration", "jobs"])).ShouldBeEmpty();
        Problems(new("", [])).ShouldBe(["Name NotEmptyValidator", "Scopes NotEmptyValidator"]);
        Problems(new(new('x', 101), ["import"])).ShouldBe(["Name MaximumLengthValidator"]);
        Problems(new("billing", ["import", "keys", "invite"])).ShouldBe(["Scopes[1] ScopeUnknown", "Scopes[2] ScopeUnknown"]);
    }

    private static IEnumerable<string> Problems(CreateOperatorKey command) => new CreateOperatorKey.Validator().Problems(command);

    private Task<string> SendAsync(string name) => new CreateOperatorKey.Handler(_keys, _audit, Scene.Clock()).Handle(new CreateOperatorKey(name, ["integration"]), default);
}
