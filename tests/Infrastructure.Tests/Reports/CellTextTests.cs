using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Connect.Infrastructure.Reports.Excel;
using FsCheck;
using FsCheck.Fluent;

namespace Connect.Infrastructure.Tests.Reports;

public sealed partial class CellTextTests
{
    // What is special to XML, to ST_Xstring and to UTF-16, and the halves of what only looks so.
    private static readonly Gen<string> Text = Gen.Elements(
            "_", "x", "X", "_x", "_x0041", "_x0041_", "0041_", "_x005F_", "005F", "\u0000", "\u0001", "\u001F", "\r", "\n", "\t", " ", "å", "😀", "\uFFFE", "\uFFFF",
            ((char)0xD83D).ToString(), ((char)0xDE00).ToString(), "<", ">", "&", "\"", "'", "]]>", "=1+1", "z")
        .ListOf().Select(string.Concat);

    [Fact]
    public void Any_text_is_read_back_as_it_was_but_for_halves_of_signs() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Text.ToArbitrary(), text => Read(CellText.Escape(text)).ShouldBe(Whole(text))));

    [Fact]
    public void Plain_text_needs_no_care() =>
        Prop.ForAll(Text.ToArbitrary(), text => !CellText.IsPlain(text) || CellText.Escape(text) == text).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(32_766)]
    [InlineData(32_767)]
    [InlineData(32_768)]
    [InlineData(40_000)]
    public void Longer_text_than_Excel_takes_is_cut_and_never_within_a_sign(int length)
    {
        Read(CellText.Escape(new string('x', length))).Length.ShouldBe(Math.Min(length, CellText.MaxLength));
        var faces = new string('x', length - 1) + "😀";
        Read(CellText.Escape(faces)).ShouldBe(length + 1 <= CellText.MaxLength ? faces : faces[..Math.Min(length - 1, CellText.MaxLength)]);
    }

    internal static string Whole(string text)
    {
        var result = new StringBuilder();
        foreach (var rune in text.EnumerateRunes()) result.Append(rune.ToString()); // half a sign comes out as U+FFFD
        return result.ToString();
    }

    // As a spreadsheet reads it: first XML, then the escapes of ST_Xstring from left to right.
    private static string Read(string escaped) => Unescape(XElement.Parse($"<t xml:space=\"preserve\">{escaped}</t>", LoadOptions.PreserveWhitespace).Value);

    internal static string Unescape(string text) => Escape().Replace(text, match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
