using Connect.TestKit;
using Connect.Web.Infrastructure;

namespace Connect.Web.Tests.Operations;

/// <summary>The program started as one command, in an installation where mail and SMS are not set up yet.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connect-command-test-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    [Covers("OPS-4", "migrate")]
    public async Task Migrate_tells_what_it_applied_and_then_that_nothing_is_left()
    {
        var (code, output, errors) = await RunAsync("migrate");
        code.ShouldBe(0);
        output.ShouldMatch("^([1-9][0-9]*) migrations applied\\.\\s*$");
        errors.ShouldBeEmpty();

        (code, output, _) = await RunAsync("migrate");

        code.ShouldBe(0);
        output.Trim().ShouldBe("The schema is up to date; nothing to apply.");
    }

    [Fact]
    public async Task A_command_that_sends_nothing_says_nothing_of_mail_and_SMS()
    {
        var (code, output, errors) = await RunAsync("operator-key", "orders", "--scopes", "integration");
        code.ShouldBe(0);
        output.ShouldStartWith("cop_");
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_invitation_tells_after_its_own_words_what_its_mail_still_needs()
    {
        var (code, output, errors) = await RunAsync("invite", "--organisation", "none", "--user", "anna", "--email", "anna@example.com", "--name", "Anna Ek");
        code.ShouldBe(1);
        output.ShouldNotBeEmpty();
        errors.ShouldContain("Note: Mail:Host and Mail:From are not set");
    }

    [Fact]
    public async Task A_command_that_is_not_known_lists_them_all()
    {
        var (code, _, errors) = await RunAsync("impart");
        code.ShouldBe(2);
        foreach (var name in new[] { "migrate", "demo", "import", "invite", "operator-key", "check", "backup" }) errors.ShouldContain($"\n  {name}");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    public async Task Help_lists_the_commands_and_starts_nothing(string asked)
    {
        var (code, output, errors) = await RunAsync(asked);
        (code, errors).ShouldBe((0, ""));
        output.ShouldContain("\n  migrate");
        Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--bogus", "check", "--bogus")]
    [InlineData("all", "check", "all")]
    [InlineData("-x", "migrate", "-x")]
    [InlineData("--bogus", "import", "--bogus", "x")]
    [InlineData("--bogus=1", "backup", "x.db", "--bogus=1")]
    [InlineData("--scope", "operator-key", "orders", "--scope", "jobs")]
    public async Task What_a_command_does_not_know_is_named_with_its_usage_and_nothing_is_done(string unknown, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);
        (code, output).ShouldBe((1, ""));
        errors.ShouldStartWith($"'{arguments[0]}' does not know '{unknown}'. Usage: {arguments[0]} ");
        Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_value_of_an_option_may_look_like_an_option()
    {
        var (code, _, errors) = await RunAsync("invite", "--organisation", "none", "--user", "anna", "--email", "anna@example.com", "--name", "--bogus");
        code.ShouldBe(1);
        errors.ShouldNotContain("does not know");
    }

    [Fact]
    public async Task Help_of_one_command_is_its_usage_and_starts_nothing()
    {
        var (code, output, errors) = await RunAsync("check", "--help");
        (code, errors).ShouldBe((0, ""));
        output.ShouldStartWith("check ");
        Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var errors = new StringWriter { NewLine = "\n" };
        var code = await PortalHost.RunAsync([.. arguments, "--data", _folder, "--environment", "Production", "--Database:ConnectionString=Data Source=" + Path.Combine(_folder, "connect.db")], output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
