using System.Net;
using Connect.TestKit;
using Connect.Web.Operations;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Connect.Web.Tests.Operations;

public sealed class OperationTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [Covers("OPS-4", "health")]
    public async Task A_program_with_its_database_is_healthy(string address) =>
        (await portal.NewClient().GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact, Covers("API-2", "Scalar to try it out, where it is switched on")]
    public async Task The_reference_of_the_API_is_there_where_it_is_switched_on()
    {
        (await portal.NewClient().GetAsync("/scalar")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await using var open = new Portal { Configure = builder => builder.UseSetting("Api:Reference", "true") };
        using var page = await open.CreateClient().GetAsync("/scalar");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync()).ShouldContain("Connect API");
    }

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Testing", true)]
    [InlineData("Production", false)]
    public void The_clock_is_moved_in_development_and_tests_only(string environment, bool moves)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Clock:Offset", "400.00:00:00")]).Build();
        var clock = ShiftedClock.From(configuration, new HostingEnvironment { EnvironmentName = environment });
        (clock.GetUtcNow() - TimeProvider.System.GetUtcNow() > TimeSpan.FromDays(399)).ShouldBe(moves);
    }
}
