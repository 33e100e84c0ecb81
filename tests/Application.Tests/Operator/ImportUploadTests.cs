using Connect.Application.Operator;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace Connect.Application.Tests.Operator;

public sealed class ImportUploadTests
{
    private readonly IImporter _importer = Substitute.For<IImporter>();
    private readonly IImportUploads _uploads = Substitute.For<IImportUploads>();
    private readonly IImportUpload _upload = Substitute.For<IImportUpload>();

    public ImportUploadTests() => _uploads.ReceiveAsync(Stream.Null, Arg.Any<CancellationToken>()).Returns(_upload);

    [Fact]
    public async Task What_is_sent_is_loaded_and_then_gone()
    {
        var report = new ImportReport([], [], false);
        _importer.RunAsync(_upload, null, Arg.Any<CancellationToken>()).Returns(report);
        (await HandleAsync()).ShouldBeSameAs(report);
        await _upload.Received(1).DisposeAsync();
    }

    [Fact]
    public async Task It_goes_too_when_the_load_breaks_off()
    {
        _importer.RunAsync(_upload, null, Arg.Any<CancellationToken>()).ThrowsAsync(new OperationCanceledException());
        await Should.ThrowAsync<OperationCanceledException>(HandleAsync);
        await _upload.Received(1).DisposeAsync();
    }

    private Task<ImportReport> HandleAsync() => new ImportUpload.Handler(_importer, _uploads).Handle(new ImportUpload(Stream.Null), CancellationToken.None);
}
