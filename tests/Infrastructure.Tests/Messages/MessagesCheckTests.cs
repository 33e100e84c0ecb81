using Connect.Infrastructure.Messages;
using Connect.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace Connect.Infrastructure.Tests.Messages;

[Covers("OPS-4", "check says what is missing before messages can leave")]
public sealed class MessagesCheckTests
{
    private static readonly Dictionary<string, string?> Whole = new()
    {
        ["Mail:Host"] = "mail.example.se", ["Mail:From"] = "portal@example.se", ["Sms:Url"] = "https://sms.example.se", ["PublicUrl"] = "https://portal.example.se",
    };

    [Theory]
    [InlineData("Mail:Host")]
    [InlineData("Mail:From")]
    [InlineData("Sms:Url")]
    [InlineData("PublicUrl")]
    public void Each_setting_that_is_missing_is_named(string missing) =>
        Problems("Production", Whole.Where(setting => setting.Key != missing)).ShouldHaveSingleItem().ShouldContain(missing);

    [Fact]
    public void With_all_of_them_nothing_is_missing() => Problems("Production", Whole).ShouldBeEmpty();

    [Fact]
    public void In_development_the_outbox_stands_in() => Problems("Development", []).ShouldBeEmpty();

    private static IReadOnlyList<string> Problems(string environment, IEnumerable<KeyValuePair<string, string?>> settings) => MessagesModule.Problems(
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), new HostingEnvironment { EnvironmentName = environment });
}
