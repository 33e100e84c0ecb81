using System.Text;
using Connect.Infrastructure.Operator.Import;
using FsCheck;
using FsCheck.Fluent;

namespace Connect.Infrastructure.Tests.Operator;

public sealed class CsvRowsTests
{
    [Fact]
    public void Whatever_is_written_by_RFC_4180_is_read_as_it_was()
    {
        var field = Gen.ArrayOf(Gen.Elements('a', 'ö', ';', ',', '"', '\n', '\t', '4', 'Å')).Select(c => new string(c).Trim());
        var rows = Gen.NonEmptyListOf(Gen.ArrayOf(field, 3));
        Prop.ForAll(rows.ToArbitrary(), written => Read(written).SequenceEqual(written.SelectMany(r => r))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Text_that_is_not_UTF_8_is_refused_with_its_line()
    {
        using var rows = new CsvRows(() => new MemoryStream(Encoding.Latin1.GetBytes("id;name\n1;ok\n2;Åke\n")));
        rows.Read();
        rows.Read();
        Should.Throw<MalformedCsvException>(() => rows.Read()).Line.ShouldBe(3);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        using var rows = new CsvRows(() => new MemoryStream([.. Encoding.UTF8.Preamble, .. "id,name\n"u8]));
        rows.Read().ShouldBeTrue();
        rows[0].ShouldBe("id");
    }

    private static List<string> Read(IEnumerable<string[]> written)
    {
        var text = "a;b;c\n" + string.Concat(written.Select(r => string.Join(';', r.Select(f => $"\"{f.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n"));
        using var rows = new CsvRows(() => new MemoryStream(Encoding.UTF8.GetBytes(text)));
        rows.Read();
        var read = new List<string>();
        while (rows.Read()) read.AddRange([rows[0], rows[1], rows[2]]);
        return read;
    }
}
