using System.Net;
using Connect.Application.Messages;
using Connect.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Web.Tests.Shell;

public sealed class HostAndLanguageTests(HostAndLanguageTests.PublicPortal portal) : IClassFixture<HostAndLanguageTests.PublicPortal>
{
    [Theory]
    [InlineData("portal.example.se", HttpStatusCode.OK)]
    [InlineData("localhost:5080", HttpStatusCode.OK)]
    [InlineData("evil.example.com", HttpStatusCode.BadRequest)]
    [InlineData("portal.example.se.evil.example.com", HttpStatusCode.BadRequest)]
    public async Task Theportal_answers_to_its_own_name_only(string host, HttpStatusCode expected)
    {
        using var client = portal.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/login");
        request.Headers.Host = host;
        (await client.SendAsync(request)).StatusCode.ShouldBe(expected);
    }

    [Fact]
    [Covers("AUTH-4", "links lead to the portal's own address")]
    public void Links_in_mails_are_built_from_the_configured_address()
    {
        using var scope = portal.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<MessageOptions>().PublicUrl.ShouldBe("https://portal.example.se");
    }

    [Theory]
    [InlineData(null, "sv")]
    [InlineData("en", "en")]
    [InlineData("en-GB,en;q=0.9", "en")]
    [InlineData("de,en;q=0.5", "en")]
    [InlineData("de,fr;q=0.5", "sv")]
    [InlineData("sv-SE,en;q=0.9", "sv")]
    [InlineData("en;q=0.3,sv;q=0.8", "sv")]
    [InlineData("en;q=0", "sv")]
    [InlineData("*", "sv")]
    [InlineData(";;;,q=", "sv")]
    public async Task Whoever_is_not_logged_in_reads_what_the_browser_prefers(string? preferred, string expected)
    {
        using var client = portal.NewClient();
        if (preferred is not null) client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", preferred);
        (await client.GetStringAsync("/login")).ShouldContain($"<html lang=\"{expected}\"");
    }

    [Fact]
    public async Task A_user_reads_the_own_language_whatever_the_browser_prefers()
    {
        var user = await portal.World.UserAsync((await portal.World.OrganisationAsync()).RootId);
        using var client = await portal.BrowserAsync(user);
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        (await client.GetStringAsync("/")).ShouldContain("<html lang=\"sv\"");
    }

    /// <summary>A portal that knows its address.</summary>
    public sealed class PublicPortal : Portal
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("role", "web");
            builder.UseSetting("PublicUrl", "https://portal.example.se");
        }
    }
}
