using System.IO.Compression;
using System.Text;
using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Infrastructure.Operator.Import;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Operator;

public abstract class InvoiceImportTests(DatabaseEngine engine)
{
    private const string Header = "id;organisation;account;number;credits;date;dueDate;netAmount;vatAmount;total;reference\n";
    private const string LinesHeader = "id;organisation;invoice;subscription;description;amount\n";
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact]
    [Covers("OPS-1", "invoices, their lines, payments and documents are loaded")]
    public async Task What_is_paid_and_credited_makes_the_balance()
    {
        await using var world = new ImportWorld(_engine);
        (await world.SampleAsync()).Problems.ShouldBeEmpty();
        (await BalanceAsync(world, "F-2601")).ShouldBe((239_0000, 0, 0, 4));
        (await BalanceAsync(world, "F-2602")).ShouldBe((0, 0, 224_0000, 1));
        (await BalanceAsync(world, "F-2603")).ShouldBe((100_0000, 62_5000, 248_7500, 1));
        (await BalanceAsync(world, "K-2603")).ShouldBe((0, 0, 0, 6));

        // A payment moves to another invoice; the rest is credited.
        await world.LoadAsync(("payments.csv", "id;organisation;invoice;date;amount\nP1;O1;I3;2026-02-25;0\nP2;O1;I2;2026-02-25;224\n"),
            ("invoices.csv", Header + "K2;O1;A2;K-2604;I3;2026-02-26;2026-02-26;-279.00;-69.75;-348.75;\n"));
        (await BalanceAsync(world, "F-2602")).ShouldBe((224_0000, 0, 0, 4));
        (await BalanceAsync(world, "F-2603")).ShouldBe((0, 411_2500, 0, 5));
    }

    [Fact]
    [Covers("INV-2", "lines with the services' user names, as they stood when invoiced")]
    public async Task What_services_and_recipients_were_called_that_day_is_kept()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        (await world.AskAsync<string>("SELECT l.UserName FROM InvoiceLine l JOIN Invoice i ON i.Id = l.InvoiceId WHERE i.Number = 'F-2603' AND l.ExternalId = '1'")).ShouldBe("Örjan Håkansson");
        await world.SampleWithAsync(("subscriptions.csv", t => t.Replace("Örjan Håkansson", "Någon Annan", StringComparison.Ordinal)), ("accounts.csv", t => t.Replace("Åsvägen 3", "Ny gata 1", StringComparison.Ordinal)));
        (await world.AskAsync<string>("SELECT l.UserName FROM InvoiceLine l JOIN Invoice i ON i.Id = l.InvoiceId WHERE i.Number = 'F-2603' AND l.ExternalId = '1'")).ShouldBe("Örjan Håkansson");
        (await world.AskAsync<string>("SELECT RecipientStreet FROM Invoice WHERE Number = 'F-2602'")).ShouldBe("Åsvägen 3");
        (await world.AskAsync<string>("SELECT RecipientName FROM Invoice WHERE Number = 'F-2603'")).ShouldBe("Björklunda Kommun, Ekonomi");
    }

    [Theory]
    [InlineData("K9;O1;A3;K-9;I9;2026-02-05;2026-02-05;-1.00;-0.25;-1.25;", "credits", "Reference")]
    [InlineData("K9;O1;A3;K-9;K9;2026-02-05;2026-02-05;-1.00;-0.25;-1.25;", "credits", "CreditNote")]
    [InlineData("I9;O1;A3;F-2601;;2026-02-05;2026-03-05;1.00;0.25;1.25;", "number", "Taken")]
    [InlineData("I9;O1;A3;F-9;;2026-02-05;2026-02-04;1.00;0.25;1.25;", "dueDate", "EndBeforeStart")]
    [InlineData("I9;O2;A3;F-9;;2026-02-05;2026-03-05;1.00;0.25;1.25;", "account", "Reference")]
    [InlineData("I2;O1;A3;F-2602;;2026-02-05;2026-03-07;180.00;45.00;225.00;", "netAmount", "LinesSum")]
    [InlineData("I2;O1;A3;F-2602;;2026-02-05;2026-03-07;179.00;46.00;225.00;", "vatAmount", "LinesVat")]
    public async Task What_is_wrong_with_an_invoice_is_told_beside_what_is_stored(string row, string column, string code)
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        var before = await world.DumpAsync();
        var problem = (await world.LoadAsync(("invoices.csv", Header + row + "\n"))).Problems.ShouldHaveSingleItem();
        (problem.File, problem.Line, problem.Column, problem.Code).ShouldBe(("invoices.csv", 2, column, code));
        (await world.DumpAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_line_that_is_taken_away_and_one_that_comes_leave_the_sum_as_it_was()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        (await world.LoadAsync(("invoice-lines.csv", LinesHeader + "3;O1;I3;;Rabatt;-1.00\n"))).Problems.ShouldHaveSingleItem().Code.ShouldBe("LinesSum");
        var report = await world.LoadAsync(("invoice-lines.csv", LinesHeader.TrimEnd() + ";isRemoved\n2;O1;I3;;Fakturaavgift;50.00;true\n3;O1;I3;;Pappersfaktura;50.00;\n"));
        report.Problems.ShouldBeEmpty();
        (await world.AskAsync<string>("SELECT l.Description FROM InvoiceLine l JOIN Invoice i ON i.Id = l.InvoiceId WHERE i.Number = 'F-2603' AND l.SubscriptionId IS NULL")).ShouldBe("Pappersfaktura");
    }

    [Fact]
    [Covers("OPS-2", "an invoice and its lines, one record at a time")]
    public async Task Lines_that_are_sent_one_by_one_need_not_add_up_before_the_last()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        foreach (var (kind, record) in new[]
        {
            ("invoices", """{"id":"I7","organisation":"O1","account":"A3","number":"F-2607","date":"2026-03-05","dueDate":"2026-04-04","netAmount":"30.00","vatAmount":"7.50","total":"37.50"}"""),
            ("invoice-lines", """{"id":"1","organisation":"O1","invoice":"I7","description":"Avgift","amount":"10.00"}"""),
            ("invoice-lines", """{"id":"2","organisation":"O1","invoice":"I7","subscription":"S1","description":"Trafik","amount":"20.00"}"""),
            ("payments", """{"id":"1","organisation":"O1","invoice":"I7","date":"2026-03-20","amount":"37.50"}"""),
        }) (await world.Scope.RunAsync(services => services.GetRequiredService<IRecordStore>().StoreAsync(kind, System.Text.Json.JsonDocument.Parse(record).RootElement, CancellationToken.None))).Problems.ShouldBeEmpty(record);
        (await BalanceAsync(world, "F-2607")).ShouldBe((37_5000, 0, 0, 4));
        (await world.AskAsync<string>("SELECT l.UserName FROM InvoiceLine l JOIN Invoice i ON i.Id = l.InvoiceId WHERE i.Number = 'F-2607' AND l.ExternalId = '2'")).ShouldBe("Åsa Ängström");
    }

    [Fact]
    public async Task A_line_that_is_put_on_another_service_is_called_as_that_one_unless_the_file_says_how()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        async Task<string?> AfterAsync(string service)
        {
            var record = $$"""{"id":"1","organisation":"O1","invoice":"I3","description":"Växelanvändare","amount":"279.00",{{service}}}""";
            (await world.Scope.RunAsync(services => services.GetRequiredService<IRecordStore>().StoreAsync("invoice-lines", System.Text.Json.JsonDocument.Parse(record).RootElement, CancellationToken.None))).Problems.ShouldBeEmpty(record);
            return await world.AskAsync<string>("SELECT CONCAT(l.UserName, ' ', l.PhoneNumber) FROM InvoiceLine l JOIN Invoice i ON i.Id = l.InvoiceId WHERE i.Number = 'F-2603' AND l.ExternalId = '1'");
        }

        (await AfterAsync("\"subscription\":\"S1\"")).ShouldBe("Åsa Ängström +46701740630");
        (await AfterAsync("\"subscription\":\"S2\",\"userName\":\"Åsa Ängström\"")).ShouldBe("Åsa Ängström +46701740631");
        (await AfterAsync("\"subscription\":null")).ShouldBe(" ");
    }

    [Theory]
    [Covers("INV-2", "an OCR number on a made invoice")]
    [InlineData("2607", true)]
    [InlineData("F-2607", false)]
    public async Task Without_an_OCR_number_one_is_made_of_a_number_of_digits(string number, bool isMade)
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        var row = $"I7;O1;A3;{number};;2026-03-05;2026-04-04;30.00;7.50;37.50;\n";
        (await world.LoadAsync(("invoices.csv", Header + row))).Problems.ShouldBeEmpty();
        (await world.LoadAsync(("invoices.csv", Header + row))).HasChanges.ShouldBeFalse();
        var made = await world.AskAsync<string>($"SELECT PaymentReference FROM Invoice WHERE Number = '{number}'");
        made.ShouldBe(!isMade ? null : Connect.Domain.Invoices.PaymentReference.Of(number, false).Digits);
    }

    [Fact]
    public async Task A_document_replaces_the_one_before_it()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        var first = await world.AskAsync<string>("SELECT FileKey FROM InvoiceDocument");
        var other = Encoding.Latin1.GetBytes("%PDF-1.7\nannan\n%%EOF\n");
        Task<ImportReport> LoadAsync() => world.Scope.SendAsync(new ImportData(new TextSource([("documents.csv", "organisation;invoice;file\nO1;I1;ny.pdf\n")], ("ny.pdf", other))));

        (await LoadAsync()).Files.ShouldHaveSingleItem().Changed.ShouldBe(1);
        (await LoadAsync()).Files.ShouldHaveSingleItem().Unchanged.ShouldBe(1);

        var second = await world.AskAsync<string>("SELECT FileKey FROM InvoiceDocument");
        second.ShouldNotBe(first);
        await world.Scope.RunAsync(async services =>
        {
            var files = services.GetRequiredService<IFileStore>();
            (await files.OpenAsync(first!, default)).ShouldBeNull();
            await using var stored = (await files.OpenAsync(second!, default))!;
            using var copy = new MemoryStream();
            await stored.CopyToAsync(copy);
            copy.ToArray().ShouldBe(other);
            return true;
        });
    }

    private static async Task<(long Paid, long Credited, long Outstanding, int Settlement)> BalanceAsync(ImportWorld world, string number)
    {
        async Task<long> Of(string column) => await world.AskAsync<long>($"SELECT {column} FROM Invoice WHERE Number = '{number}'");
        return (await Of("Paid"), await Of("Credited"), await Of("Outstanding"), (int)await Of("Settlement"));
    }
}

public sealed class InvoiceImportOnSqlite() : InvoiceImportTests(DatabaseEngine.Sqlite)
{
    private const string Document = "organisation;invoice;file\nO1;I1;fel.pdf\n";

    [Theory]
    [InlineData("%PDF-1.7\navbruten", "DocumentNotPdf")]
    [InlineData("<html>%PDF-1.7 %%EOF", "DocumentNotPdf")]
    [InlineData("", "DocumentNotPdf")]
    public async Task A_file_is_a_PDF_by_its_content(string content, string code)
    {
        await using var world = new ImportWorld();
        await world.SampleAsync();
        var report = await world.Scope.SendAsync(new ImportData(new TextSource([("documents.csv", Document)], ("fel.pdf", Encoding.Latin1.GetBytes(content)))));
        var problem = report.Problems.ShouldHaveSingleItem();
        (problem.Line, problem.Column, problem.Code).ShouldBe((2, "file", code));
    }

    [Fact]
    [Covers("OPS-1", "a document that is too large and a zip bomb are refused")]
    public async Task A_document_has_a_largest_size_and_a_zip_one_unpacked()
    {
        await using var world = new ImportWorld();
        await world.SampleAsync();
        var large = Zip(("documents.csv", Document), ("fel.pdf", "%PDF-1.7\n" + new string('\0', 11 * 1024 * 1024) + "\n%%EOF\n"));
        large.Length.ShouldBeLessThan(100_000);
        using (var zip = new ZipSource(new MemoryStream(large), 1L << 40)) (await world.Scope.SendAsync(new ImportData(zip))).Problems.ShouldHaveSingleItem().Code.ShouldBe("DocumentTooLarge");
        using (var zip = new ZipSource(new MemoryStream(large), 1024 * 1024)) (await world.Scope.SendAsync(new ImportData(zip))).Problems.ShouldHaveSingleItem().Code.ShouldBe("Archive");
    }

    [Fact]
    public async Task A_zip_that_lies_about_a_documents_size_is_told_so()
    {
        await using var world = new ImportWorld();
        await world.SampleAsync();
        var zip = Zip(("documents.csv", Document), ("fel.pdf", "%PDF-1.7\n" + new string(' ', 5000) + "\n%%EOF\n"));
        var size = BitConverter.GetBytes(5016);
        for (var i = 0; i < zip.Length - 4; i++)
            if (zip.AsSpan(i, 4).SequenceEqual(size)) BitConverter.TryWriteBytes(zip.AsSpan(i, 4), 16).ShouldBeTrue();
        using var source = new ZipSource(new MemoryStream(zip), 1L << 40);
        (await world.Scope.SendAsync(new ImportData(source))).Problems.ShouldHaveSingleItem().Code.ShouldBe("DocumentNotPdf");
    }

    [Fact]
    public async Task A_name_does_not_lead_out_of_the_folder()
    {
        await using var world = new ImportWorld();
        await world.SampleAsync();
        var folder = Directory.CreateDirectory(Path.Combine(world.Database.Folder, "load", "in")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "..", "utanför.pdf"), "%PDF-1.7\n%%EOF\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "documents.csv"), "organisation;invoice;file\nO1;I1;../utanför.pdf\n", TestContext.Current.CancellationToken);
        (await world.Scope.SendAsync(new ImportData(new FolderSource(folder)))).Problems.ShouldHaveSingleItem().Code.ShouldBe("DocumentMissing");
    }

    private static byte[] Zip(params (string Name, string Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }
}

public sealed class InvoiceImportOnSqlServer() : InvoiceImportTests(DatabaseEngine.SqlServer);
