using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using Connect.Application.Common.Errors;
using Connect.Application.Subscriptions.Bulk;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Subscriptions.Bulk;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Subscriptions.Bulk;

/// <summary>Files with services, good and bad, and the files that the portal gives.</summary>
[Covers("SVC-15", "upload an Excel file")]
public sealed class BulkFileTests
{
    private readonly BulkOptions _options = new() { MostRows = 1000 };

    [Fact]
    public async Task A_filled_in_template_is_read_as_it_was_meant()
    {
        await using var world = await BulkWorld.MakeAsync(DatabaseEngine.Sqlite);
        var template = await world.Anna.SendAsync(new GetBulkTemplate(BulkKind.Move));
        template.Name.ShouldBe("Flytta till annat konto.xlsx");
        using var book = new XLWorkbook(template.Content);
        var sheet = book.Worksheets.Single();
        sheet.FirstRow().CellsUsed().Select(cell => cell.GetString()).ShouldBe(["Tjänst", "Användarnamn", "Konto", "Datum"]);
        sheet.Cell("A2").SetValue("070-174 06 05");
        sheet.Cell("B2").SetValue("Åke");
        sheet.Cell("C2").SetValue("100012");
        sheet.Cell("D2").SetValue(new DateTime(2026, 4, 1));
        sheet.Cell("A3").SetValue(701740606);
        sheet.Cell("D3").SetValue("2026-04-02");
        sheet.Cell("A5").SetValue(46701740607);
        sheet.Cell("C5").SetValue(100013);
        sheet.Cell("B5").FormulaA1 = "\"Bo\"";
        sheet.Cell("D5").FormulaA1 = "TODAY()+1";
        var services = await ReadAsync(BulkKind.Move, Saved(book));
        services.Select(service => $"{service.Row} {service.Service} {string.Join(' ', service.Values!)} {service.Formula}".Trim()).ShouldBe(
            ["2 070-174 06 05 [account, 100012] [day, 2026-04-01]", "3 0701740606 [day, 2026-04-02]", $"5 46701740607 [account, 100013]{(services[2].Values!.TryGetValue("day", out var day) ? $" [day, {day}]" : "")} D5"]);
        services.Select(service => service.UserName).ShouldBe(["Åke", null, services[2].UserName]);
    }

    [Theory]
    [InlineData(BulkKind.Move, "BulkColumnUnknown Lön, Chef Tjänst, Användarnamn, Konto, Datum", "Tjänst", "Lön", "Chef", "LÖN")]
    [InlineData(BulkKind.Terminate, "BulkColumnUnknown Konto Tjänst, Användarnamn, Datum", "Tjänst", "Konto")]
    [InlineData(BulkKind.AddBarrings, "BulkColumnUnknown Nummer Tjänst, Användarnamn; BulkColumnTwice user name; BulkColumnMissing Tjänst", "Nummer", "Användarnamn", "user name")]
    [InlineData(BulkKind.Move, "BulkColumnTwice KONTO", "Tjänst", "Konto", "KONTO")]
    [InlineData(BulkKind.Move, "BulkColumnTwice Account", "Tjänst", "Konto", "Account")]
    [InlineData(BulkKind.Move, "BulkColumnMissing Tjänst", "Konto")]
    [InlineData(BulkKind.Move, "BulkFileEmpty", "Tjänst", "Konto")]
    public async Task What_is_wrong_with_the_columns_is_said(BulkKind kind, string problem, params string[] heads)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("Blad1");
        for (var i = 0; i < heads.Length; i++) sheet.Cell(1, i + 1).SetValue(heads[i]);
        (await ProblemAsync(kind, Saved(book))).ShouldBe(problem);
    }

    [Fact]
    public async Task A_hundred_thousand_rows_are_refused_without_being_kept()
    {
        using var large = Book($"""<row r="1">{Cell("A1", "Tjänst")}</row>""" + string.Concat(Enumerable.Range(2, 100_000).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\"><v>{700000000 + i}</v></c></row>")));
        Allocated(() => ReadAsync(BulkKind.Terminate, large)).ShouldBeLessThan(20_000_000);
        large.Position = 0;
        (await ProblemAsync(BulkKind.Terminate, large)).ShouldBe("BulkTooMany 1000");
    }

    [Fact]
    public async Task What_is_no_workbook_or_means_harm_is_refused()
    {
        (await ProblemAsync(BulkKind.Move, new MemoryStream(Encoding.UTF8.GetBytes("Tjänst;Konto\n0701740605;100012")))).ShouldBe("BulkFileType");
        (await ProblemAsync(BulkKind.Move, new MemoryStream())).ShouldBe("BulkFileType");
        (await ProblemAsync(BulkKind.Move, new MemoryStream(new byte[BulkOptions.MostFileBytes + 1]))).ShouldStartWith("BulkFileTooLarge");
        (await ProblemAsync(BulkKind.Move, Book("<row r=\"1\">", whole: false))).ShouldBe("BulkFileType");
        (await ProblemAsync(BulkKind.Move, Book($"""<row r="5">{Cell("A5", "Tjänst")}</row><row r="3">{Cell("A3", "1")}</row>"""))).ShouldBe("BulkFileType");
        (await ProblemAsync(BulkKind.Move, Book("""<row r="1"><c r="A1" t="s"><v>7</v></c></row>"""))).ShouldBe("BulkFileType");
        // An entity that grows, one that reads a file, and a zip that unpacks to very much.
        (await ProblemAsync(BulkKind.Move, Book("""<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>""", """<!DOCTYPE x [<!ENTITY a "aaaa">]>"""))).ShouldBe("BulkFileType");
        (await ProblemAsync(BulkKind.Move, Book("""<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>""", """<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>"""))).ShouldBe("BulkFileType");
        using var bomb = Book($"""<row r="1">{Cell("A1", "Tjänst")}</row>{new string(' ', 45_000_000)}""");
        bomb.Length.ShouldBeLessThan(1_000_000);
        (await ProblemAsync(BulkKind.Move, bomb)).ShouldBe("BulkFileType");
    }

    [Fact]
    public async Task What_claims_to_be_larger_unpacked_than_a_number_holds_is_no_file_either()
    {
        using var claims = Claims(long.MaxValue / 2 + 1, long.MaxValue / 2 + 1);
        (await ProblemAsync(BulkKind.Move, claims)).ShouldBe("BulkFileType");
    }

    [Theory]
    [InlineData("1", "2026-04-01")]
    [InlineData("0", "2022-03-31")]
    public async Task Days_are_read_in_the_system_that_the_workbook_counts_them_by(string from1904, string day)
    {
        var days = new DateOnly(2026, 4, 1).DayNumber - new DateOnly(1904, 1, 1).DayNumber;
        using var book = Book($"""<row><c t="str"><v>Tjänst</v></c><c t="str"><v>Datum</v></c></row><row><c t="str"><v>0701740605</v></c><c><v>{days}</v></c></row>""", from1904: from1904);
        (await ReadAsync(BulkKind.Terminate, book)).ShouldHaveSingleItem().Values.ShouldBe(new Dictionary<string, string> { ["day"] = day });
    }

    [Fact]
    public async Task Texts_in_pieces_and_without_addresses_are_read_and_odd_values_stay_as_they_are()
    {
        using var book = Book("""
            <row><c t="inlineStr"><is><r><t>Tjä</t></r><r><t>nst</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c><c t="inlineStr"><is><t>Datum</t></is></c></row>
            <row><c t="str"><v>0701740605</v></c><c><v>-4</v></c></row><row/><row><c t="b"><v>1</v></c><c><v>1e99</v></c></row><row><c/><c t="e"><v>#REF!</v></c></row>
            """);
        (await ReadAsync(BulkKind.Terminate, book)).Select(service => $"{service.Row} {service.Service} {string.Join(' ', service.Values!)}").ShouldBe(
            ["2 0701740605 [day, -4]", "4 1 [day, 1e99]", "5  [day, #REF!]"]);
    }

    [Fact]
    public async Task A_mistyped_number_changes_nobody_elses_service()
    {
        await using var world = await BulkWorld.MakeAsync(DatabaseEngine.Sqlite);
        await world.ServiceAsync("Åke Ström", "+46701740605");
        var bo = await world.ServiceAsync("Bo Berg", "+46701740606");
        using var book = new XLWorkbook();
        book.AddWorksheet("Blad1").Cell("A1").InsertData(new[] { new[] { "Tjänst", "Användarnamn", "Kostnadsställe" }, ["070-174 06 06", "Åke Ström", "4711"], ["070-174 06 05", "", "4711"] });
        var id = await world.StartAsync(new BulkWish { Kind = BulkKind.References }, [.. await ReadAsync(BulkKind.References, Saved(book))]);
        await world.Anna.RunDueWorkAsync();
        (await world.RowsAsync(id)).Select(row => (row.State, row.UserName, row.Text)).ShouldBe(
            [(BulkRowState.Impossible, "Bo Berg", "I filen står Åke Ström, men tjänsten används av Bo Berg. Rätta numret eller namnet."), (BulkRowState.Ready, "Åke Ström", "Kostnadsställe: tomt → 4711")]);
        await world.ConfirmAsync(id);
        (await world.StatesAsync(id), await world.ToldAsync(bo)).ShouldBe(("Impossible Done", 0));
    }

    [Fact]
    public async Task The_result_is_a_workbook_with_a_row_for_each()
    {
        await using var world = await BulkWorld.MakeAsync(DatabaseEngine.Sqlite);
        var service = await world.ServiceAsync("=Åke", "+46701740605");
        var id = await world.StartAsync(new BulkWish { Kind = BulkKind.Terminate, Day = World.Today.AddDays(30) }, new BulkService($"{service}"), new BulkService("+1 hej"));
        await world.Anna.RunDueWorkAsync();
        await world.ConfirmAsync(id);
        var file = await world.Anna.SendAsync(new GetBulkResult(id));
        using var book = new XLWorkbook(file.Content);
        var rows = book.Worksheets.Single().RowsUsed().Select(row => row.Cells(1, 9).ToList()).ToList();
        rows[0].Select(cell => cell.GetString()).ShouldBe(["Rad", "Användarnamn", "Tjänst", "Status", "Vad", "Datum", "Faktureras t.o.m.", "Kostnad efter avslutet, exkl. moms", "Beställning"]);
        (rows[1][1].GetString(), rows[1][1].HasFormula, rows[1][2].GetString(), rows[1][3].GetString(), rows[1][5].GetDateTime()).ShouldBe(("=Åke", false, "070-174 06 05", "Gjord", World.Today.AddDays(30).ToDateTime(default)));
        (rows[1][7].DataType, rows[1][8].GetString().Length).ShouldBe((XLDataType.Number, 6));
        (rows[2][2].GetString(), rows[2][3].GetString(), rows[2][4].GetString()).ShouldBe(("+1 hej", "Går inte", "Tjänsten finns inte."));
        (await world.AuditedAsync("GetBulkResult")).ShouldBe(1);
    }

    [Theory]
    [InlineData(BulkKind.AddBarrings, "Rad|Användarnamn|Tjänst|Status|Vad")]
    [InlineData(BulkKind.Move, "Rad|Användarnamn|Tjänst|Status|Vad|Datum|Beställning")]
    [InlineData(BulkKind.Change, "Rad|Användarnamn|Tjänst|Status|Vad|Datum|Månadspris nu, exkl. moms|Nytt månadspris, exkl. moms|Beställning")]
    public async Task A_result_has_the_columns_that_its_action_fills(BulkKind kind, string heads)
    {
        await using var world = await BulkWorld.MakeAsync(DatabaseEngine.Sqlite);
        var wish = new BulkWish { Kind = kind, Barrings = [BarringKind.AllData], Day = World.Today, Account = await world.World.AccountNumberAsync(world.Inner.Organisation.RootId), DataPackage = await world.World.DataPackageAsync() };
        var id = await world.PreviewAsync(wish, await world.LineAsync("Åke"));
        using var book = new XLWorkbook((await world.Anna.SendAsync(new GetBulkResult(id))).Content);
        string.Join('|', book.Worksheets.Single().FirstRow().CellsUsed().Select(cell => cell.GetString())).ShouldBe(heads);
        book.Worksheets.Single().Cell("C2").GetString().ShouldBe("Åke");
    }

    [Fact]
    public async Task The_template_of_chosen_services_works_when_it_is_sent_back()
    {
        await using var world = await BulkWorld.MakeAsync(DatabaseEngine.Sqlite);
        Guid[] services = [await world.ServiceAsync("Åke", "+46701740605"), await world.LineAsync("Fiber"), await world.LineAsync("Kontor"), await world.LineAsync("kontor", SubscriptionKind.Capacity)];
        var template = await world.Anna.SendAsync(new GetBulkTemplate(BulkKind.References) { Services = [.. services, Guid.NewGuid()] });
        using var book = new XLWorkbook(template.Content);
        book.Worksheets.Single().Column(1).CellsUsed().Select(cell => cell.GetString()).ShouldBe(["Tjänst", "070-174 06 05", "Fiber", $"{services[2]}", $"{services[3]}"]);
        foreach (var row in new[] { 2, 3, 4, 5 }) book.Worksheets.Single().Cell(row, 3).SetValue($"47{row}");
        var id = await world.StartAsync(new BulkWish { Kind = BulkKind.References }, [.. await ReadAsync(BulkKind.References, Saved(book))]);
        await world.Anna.RunDueWorkAsync();
        (await world.RowsAsync(id)).Select(row => (row.SubscriptionId, row.Text)).ShouldBe(services.Select((service, index) => ((Guid?)service, $"Kostnadsställe: tomt → 47{index + 2}")));
        var all = await world.Anna.SendAsync(new GetBulkTemplate(BulkKind.Terminate) { Matching = "?f.name=~kontor" });
        using var matching = new XLWorkbook(all.Content);
        matching.Worksheets.Single().RowsUsed().Count().ShouldBe(3);
        (await world.AuditedAsync("GetBulkTemplate")).ShouldBe(2);
    }

    private Task<IReadOnlyList<BulkService>> ReadAsync(BulkKind kind, Stream file) => new ReadBulkFileHandler(_options).Handle(new ReadBulkFile(kind, file), default);

    // In bytes, of this thread: what others allocate meanwhile does not count.
    private static long Allocated(Func<Task> reading)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            reading().IsCompleted.ShouldBeTrue("the whole reading is on this thread");
        }
        catch (InvalidInputException)
        {
        }
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private async Task<string> ProblemAsync(BulkKind kind, Stream file)
    {
        var problems = (await Should.ThrowAsync<InvalidInputException>(() => ReadAsync(kind, file))).Problems;
        problems.ShouldAllBe(problem => problem.Field == "File");
        return string.Join("; ", problems.Select(problem => string.Join(' ', [problem.Code, .. problem.Arguments])));
    }

    private static MemoryStream Saved(XLWorkbook book)
    {
        var file = new MemoryStream();
        book.SaveAs(file);
        file.Position = 0;
        return file;
    }

    private static string Cell(string address, string text) => $"""<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>""";

    /// <summary>A workbook of the fewest parts, with those rows.</summary>
    private static MemoryStream Book(string rows, string before = "", bool whole = true, string from1904 = "false")
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "xl/workbook.xml", $"""<workbook xmlns="m" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="{from1904}"/><sheets><sheet name="A" r:id="r1"/></sheets></workbook>""");
            Add(zip, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="p"><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>""");
            Add(zip, "xl/worksheets/sheet1.xml", before + "<worksheet xmlns=\"m\"><sheetData>" + rows + (whole ? "</sheetData></worksheet>" : ""));
        }

        file.Position = 0;
        return file;
    }

    /// <summary>An archive that is nothing but what its directory says of the sizes, in its form of 64 bits (APPNOTE 4.3.12, 4.5.3).</summary>
    private static MemoryStream Claims(params long[] sizes)
    {
        var file = new MemoryStream();
        using var zip = new BinaryWriter(file, Encoding.UTF8, leaveOpen: true);
        foreach (var size in sizes)
        {
            zip.Write(0x02014b50u);
            zip.Write(new byte[20]);
            zip.Write(uint.MaxValue);
            zip.Write((ushort)1);
            zip.Write((ushort)12);
            zip.Write(new byte[14]);
            zip.Write((byte)'a');
            zip.Write((ushort)1);
            zip.Write((ushort)8);
            zip.Write(size);
        }

        var length = (uint)file.Length;
        zip.Write(0x06054b50u);
        zip.Write(0u);
        zip.Write((ushort)sizes.Length);
        zip.Write((ushort)sizes.Length);
        zip.Write(length);
        zip.Write(0u);
        zip.Write((ushort)0);
        zip.Flush();
        file.Position = 0;
        return file;
    }

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var entry = new StreamWriter(zip.CreateEntry(name).Open());
        entry.Write(content);
    }
}
