using Connect.Application.Operator;
using NSubstitute;

namespace Connect.Application.Tests.Operator;

public sealed class ImportDataTests
{
    [Fact]
    public async Task The_files_are_loaded_and_the_report_handed_back()
    {
        var (importer, source, progress) = (Substitute.For<IImporter>(), Substitute.For<IImportSource>(), Substitute.For<IProgress<ImportProgress>>());
        var report = new ImportReport([new("accounts.csv", 3, 2, 1)], [], HasMore: false);
        importer.RunAsync(source, progress, Arg.Any<CancellationToken>()).Returns(report);
        (await new ImportData.Handler(importer).Handle(new ImportData(source, progress), default)).ShouldBeSameAs(report);
    }

    [Fact]
    public void A_load_with_anything_wrong_was_not_applied()
    {
        new ImportReport([], [], false).IsApplied.ShouldBeTrue();
        new ImportReport([], [new("accounts.csv", 2, "id", "Required")], false).IsApplied.ShouldBeFalse();
    }
}
