using Connect.Application.Common.Texts;
using Connect.Domain.Common;
using Connect.TestKit;

namespace Connect.Application.Tests.Common;

public sealed class FormatTests : IDisposable
{
    private readonly InLanguage _reader = new("sv");

    public void Dispose() => _reader.Dispose();

    [Fact]
    public void An_English_reader_gets_amounts_and_numbers_as_English_has_them_and_days_as_ever()
    {
        using var english = new InLanguage("en");
        Plain(Format.Money(Money.FromKronor(1234.5m))).ShouldBe("SEK 1,234.50");
        Format.Number(12_345).ShouldBe("12,345");
        Plain(Format.Bytes(7_800_000_000)).ShouldBe("7.8 GB");
        Format.Day(new DateOnly(2026, 11, 3)).ShouldBe("2026-11-03");
        Plain(Format.Phone("+46701234567")).ShouldBe("070-123 45 67");
    }

    [Fact]
    public void Money_has_two_decimals_and_the_krona_behind() =>
        Plain(Format.Money(Money.FromKronor(1234.5m))).ShouldBe("1 234,50 kr");

    [Theory]
    [InlineData("+46701234567", "070-123 45 67")]
    [InlineData("+4670123****", "070-123 ** **")]
    [InlineData("1****", "1****")]
    [InlineData("112", "112")]
    [InlineData("inget nummer", "inget nummer")]
    [InlineData(null, "–")]
    public void Numbers_are_written_the_Swedish_way(string? number, string expected) => Plain(Format.Phone(number)).ShouldBe(expected);

    [Fact]
    public void Days_are_written_with_the_year_first() => Format.Day(new DateOnly(2026, 11, 3)).ShouldBe("2026-11-03");

    [Fact]
    public void Instants_are_shown_in_Stockholm() =>
        Format.Instant(new DateTimeOffset(2026, 7, 1, 22, 30, 0, TimeSpan.Zero)).ShouldBe("2026-07-02 00:30");

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(7_800_000_000, "7,8 GB")]
    [InlineData(10_000_000_000, "10 GB")]
    public void Amounts_of_data_are_in_decimal_units(long bytes, string expected) => Plain(Format.Bytes(bytes)).ShouldBe(expected);

    [Fact]
    public void Long_calls_have_hours()
    {
        Format.Duration(TimeSpan.FromSeconds(123)).ShouldBe("0:02:03");
        Format.Duration(TimeSpan.FromSeconds(90_000)).ShouldBe("25:00:00");
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ');
}
