using System.Text;
using Connect.Infrastructure.Demo;
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

    /// <summary>The writer that the product has, and its reader.</summary>
    [Fact]
    public void What_the_product_writes_it_reads_as_it_was()
    {
        var field = Gen.ArrayOf(Gen.Elements('a', 'ö', ';', ',', '"', '\n', '\r', '\t', '4', ' ')).Select(c => new string(c).Trim());
        var folder = Directory.CreateTempSubdirectory("connect-csv-").FullName;
        try
        {
            Prop.ForAll(Gen.NonEmptyListOf(Gen.ArrayOf(field, 3)).ToArbitrary(), written =>
            {
                new CsvFolder(folder).Write("rows", "a b c", written);
                var read = Read(() => File.OpenRead(Path.Combine(folder, "rows.csv")));
                return read.SequenceEqual(written.SelectMany(row => row));
            }).QuickCheckThrowOnFailure();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Whatever_the_bytes_are_they_are_rows_or_a_problem_with_its_line()
    {
        var bytes = Gen.OneOf(
            Gen.ArrayOf(Gen.Elements((byte)'a', (byte)'"', (byte)';', (byte)',', (byte)'\r', (byte)'\n', (byte)' ', (byte)0, (byte)0xFF, (byte)0xC3, (byte)0xA5, (byte)0xEF, (byte)0xBB, (byte)0xBF)),
            Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value)));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(bytes.ToArbitrary(), content =>
        {
            try
            {
                Read(() => new MemoryStream(content));
            }
            catch (MalformedCsvException broken)
            {
                broken.Line.ShouldBeGreaterThan(0);
            }
        }));
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
        return Read(() => new MemoryStream(Encoding.UTF8.GetBytes(text)));
    }

    // All fields after the header.
    private static List<string> Read(Func<Stream> open)
    {
        using var rows = new CsvRows(open);
        rows.Read();
        var read = new List<string>();
        while (rows.Read())
            for (var i = 0; i < rows.Count; i++) read.Add(rows[i]);
        return read;
    }
}
