using Connect.TestKit;
using Connect.Web.Shell;

namespace Connect.Web.Tests.Shell;

public sealed class BrandingTests
{
    [Theory]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    [InlineData("#123456;}body{display:none")]
    public void A_colour_that_is_none_stops_the_start(string colour) =>
        new OperatorOptions { AccentColour = colour }.Mistakes().Single().ShouldStartWith("Operator:AccentColour");

    [Theory]
    [InlineData("//elsewhere.example/logo.svg")]
    [InlineData("http://elsewhere.example/logo.svg")]
    [InlineData("javascript:alert(1)")]
    [Covers("OPS-7", "logo")]
    public void A_logo_comes_from_the_portal_or_by_https(string logo) =>
        new OperatorOptions { LogoUrl = logo }.Mistakes().Single().ShouldStartWith("Operator:LogoUrl");

    [Fact]
    public void Only_the_logos_own_host_is_let_in() =>
        new OperatorOptions { LogoUrl = "https://cdn.example/a/logo.svg" }.LogoHost.ShouldBe("https://cdn.example");

    [Fact]
    public void A_colour_that_cannot_be_read_on_white_is_made_darker() =>
        Accent.Stylesheet("#ffee00").ShouldNotContain("--brand: light-dark(#ffee00");

    [Fact]
    [Covers("OPS-7", "accent colour")]
    public void The_icon_has_the_operators_colour_round_corners_and_a_white_mark()
    {
        var icon = BrandIcon.Ico(BrandIcon.ColourOf(new OperatorOptions { AccentColour = "#0b5cad" }));
        icon.Length.ShouldBe(BitConverter.ToInt32(icon, 14) + BitConverter.ToInt32(icon, 18));
        uint At(int x, int y) => BitConverter.ToUInt32(icon, 62 + ((31 - y) * 32 + x) * 4);
        At(0, 0).ShouldBe(0u);
        At(16, 2).ShouldBe(0xff0b5cadu);
        At(9, 16).ShouldBe(0xffffffffu);
        At(22, 16).ShouldBe(0xffffffffu);
        BrandIcon.ColourOf(new OperatorOptions()).ShouldBe("#2f83d6");
    }

    [Fact]
    public void The_colour_of_the_mark_is_worked_out_once()
    {
        var branding = new OperatorOptions { AccentColour = "#0b5cad" };
        branding.MarkColour.ShouldBe("#0b5cad");
        branding.MarkColour.ShouldBeSameAs(branding.MarkColour);
    }

    [Fact]
    public void A_colour_that_can_be_read_stays_as_it_is() =>
        Accent.Stylesheet("#0b5cad").ShouldContain("--brand: light-dark(#0b5cad");
}
