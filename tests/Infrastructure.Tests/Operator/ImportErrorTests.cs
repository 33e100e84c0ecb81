using System.Text.RegularExpressions;
using Connect.Application.Common.Texts;
using Connect.Application.Operator;
using Connect.Infrastructure.Operator.Import;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Operator;

/// <summary>What is wrong with a load, in words for whoever made its files.</summary>
public sealed class ImportErrorTests
{
    private static readonly (string File, long Line, string Column, string Code)[] Expected =
    [
        ("tariffs.csv", 0, "", "FileUnknown"),
        ("organisations.csv", 3, "organisationNumber", "NotOrganisationNumber"),
        ("accounts.csv", 3, "parent", "AccountCycle"),
        ("accounts.csv", 4, "parent", "AccountCycle"),
        ("accounts.csv", 5, "number", "Taken"),
        ("contact-persons.csv", 2, "email", "NotEmail"),
        ("products.csv", 2, "monthlyPrice", "Negative"),
        ("users.csv", 2, "products", "Reference"),
        ("users.csv", 3, "products", "RightMissing"),
        ("agreements.csv", 2, "validFrom", "NotDate"),
        ("subscriptions.csv", 3, "product", "Reference"),
        ("subscriptions.csv", 4, "status", "NotOneOf"),
        ("subscriptions.csv", 5, "endsOn", "EndMissing"),
        ("sim-cards.csv", 2, "icc", "IccChecksum"),
        ("forwardings.csv", 2, "target", "ForwardToSelf"),
        ("forwardings.csv", 3, "ringSeconds", "RingSeconds"),
        ("forwardings.csv", 4, "target", "ForwardToPremium"),
        ("invoices.csv", 2, "reference", "OcrChecksum"),
        ("invoices.csv", 3, "total", "InvoiceSum"),
        ("invoices.csv", 4, "account", "Reference"),
        ("invoices.csv", 5, "netAmount", "NotOre"),
        ("invoices.csv", 6, "credits", "CreditNote"),
        ("invoices.csv", 8, "reference", "NotOcr"),
        ("invoice-lines.csv", 2, "amount", "LineAmount"),
        ("invoice-lines.csv", 2, "amount", "LinesSum"),
        ("invoice-lines.csv", 4, "vatPercent", "LinesVat"),
        ("invoice-lines.csv", 5, "invoice", "Reference"),
        ("payments.csv", 2, "invoice", "Reference"),
        ("payments.csv", 3, "date", "NotDate"),
        ("payments.csv", 3, "amount", "NotOre"),
        ("documents.csv", 2, "file", "DocumentMissing"),
        ("documents.csv", 3, "file", "DocumentNotPdf"),
        ("documents.csv", 4, "invoice", "Duplicate"),
        ("documents.csv", 4, "file", "DocumentNotPdf"),
        ("usage.csv", 3, "", "BadQuotes"),
        ("monitoring.csv", 2, "subscription", "Reference"),
        ("monitoring.csv", 3, "resolution", "NotOneOf"),
        ("monitoring.csv", 4, "latencyMilliseconds", "NotDecimal"),
        ("monitoring.csv", 5, "packetLossPercent", "OutOfRange"),
        ("monitoring.csv", 6, "time", "InFuture"),
        ("monitoring.csv", 7, "availabilityPercent", "Required"),
        ("incidents.geojson", 1, "severity", "NotOneOf"),
        ("incidents.geojson", 2, "expectedEndAt", "IncidentExpectedEnd"),
        ("incidents.geojson", 3, "colour", "ColumnUnknown"),
        ("incidents.geojson", 3, "geometry", "GeometryElsewhere"),
        ("incidents.geojson", 4, "geometry", "GeometryRing"),
        ("incidents.geojson", 5, "title", "ColumnMissing"),
        ("incidents.geojson", 5, "startsAt", "NotInstant"),
        ("incidents.geojson", 5, "mobileNetworks", "NotOneOf"),
        ("incidents.geojson", 6, "id", "Duplicate"),
        ("incidents.geojson", 7, "services", "Reference"),
        ("incidents.geojson", 8, "", "NotJson"),
        ("coverage.geojson", 1, "network", "NotOneOf"),
        ("coverage.geojson", 1, "level", "NotOneOf"),
        ("coverage.geojson", 2, "geometry", "GeometryNoArea"),
        ("coverage.geojson", 3, "geometry", "ColumnMissing"),
    ];

    [Fact]
    [Covers("OPS-1", "what is wrong is reported with file, line, column and reason")]
    public async Task Every_error_of_the_sample_is_reported_where_it_stands()
    {
        await using var world = new ImportWorld();
        var report = await world.Scope.SendAsync(new ImportData(new FolderSource(ImportWorld.Errors)));
        report.Problems.Select(p => (p.File, p.Line, p.Column, p.Code)).ShouldBe(Expected);
        report.Problems.Select(p => p.Code).Distinct().Count().ShouldBeGreaterThanOrEqualTo(10);
    }

    [Fact]
    [Covers("OPS-1", "a load with errors changes nothing")]
    public async Task The_command_lists_the_errors_ends_with_1_and_leaves_the_database_alone()
    {
        await using var world = new ImportWorld();
        await world.SampleAsync();
        var before = await world.DumpAsync();

        var (code, output) = await world.CommandAsync(ImportWorld.Errors);

        code.ShouldBe(1);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(Expected.Length + 1);
        lines.ShouldContain("accounts.csv:3 parent: The account is below itself.");
        lines.ShouldContain("subscriptions.csv:3 product: There is no M9 in products.");
        lines.ShouldContain("users.csv:2 products: There is no M9 in products.");
        lines.ShouldContain("users.csv:3 products: Only a user with placeOrders in the same row can be limited to some products.");
        lines.ShouldContain("forwardings.csv:2 target: The service can not be forwarded to itself.");
        lines.ShouldContain("usage.csv:3: The quotes do not match.");
        lines[0].ShouldStartWith("tariffs.csv: The file is not known.");
        lines[^1].ShouldStartWith("Nothing was changed");
        (await world.DumpAsync()).ShouldBe(before);
    }

    [Fact]
    public void Each_reason_has_its_text_in_both_languages_and_each_text_is_a_reason()
    {
        var resources = Path.Combine(ImportWorld.Root(), "src", "Application", "Texts", "Import.resx");
        var texts = Regex.Matches(File.ReadAllText(resources), "<data name=\"(\\w+)\"").Select(m => m.Groups[1].Value).ToList();
        var sources = new[] { "src/Infrastructure/Operator/Import", "src/Domain/Subscriptions", "src/Domain/Invoices", "src/Domain/Network" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(ImportWorld.Root(), folder), "*.cs", SearchOption.AllDirectories)).Select(File.ReadAllText).ToList();
        texts.Where(text => !sources.Exists(source => source.Contains($"\"{text}\"", StringComparison.Ordinal))).ShouldBeEmpty();
        texts.Where(text => Text.Find(Text.English, "Import." + text) is null).ShouldBeEmpty();
        Expected.Select(e => e.Code).Except(texts).ShouldBeEmpty();
    }
}
