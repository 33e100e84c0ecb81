using System.IO.Compression;
using System.Text;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Tests.Common;
using Connect.Application.Tickets;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Tickets;

[Covers("TIC-2", "attachments: size, type and name")]
public sealed class UploadTicketFileTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 content");
    private readonly TicketScene _scene = new();
    private readonly Store _store = new();
    private readonly List<TicketFile> _added = [];
    private readonly ITicketFiles _files = Substitute.For<ITicketFiles>();
    private bool _isNew = true;

    public UploadTicketFileTests() => _files.AddAsync(Scene.Reach, _scene.User.Identity!.Id, Arg.Do<TicketFile>(_added.Add), Scene.Now, Arg.Any<CancellationToken>()).Returns(_ => _isNew);

    [Fact]
    public async Task It_is_stored_under_a_name_of_ours_with_the_type_that_it_is()
    {
        var file = await SendAsync("../min faktura.pdf", new MemoryStream(Pdf));
        (file.FileName, file.Size).ShouldBe(("min faktura.pdf", 16));
        var stored = _added.ShouldHaveSingleItem();
        (stored.ContentType, stored.Id).ShouldBe(("application/pdf", file.Id));
        stored.Key.ShouldMatch("^tickets/[0-9a-f]{32}$");
        _store.Files[stored.Key].ShouldBe(Pdf);
    }

    [Fact]
    public async Task The_same_file_of_the_same_form_is_one_and_leaves_nothing_behind()
    {
        var form = Guid.NewGuid();
        var first = await SendAsync("a.pdf", new MemoryStream(Pdf), form);
        _isNew = false;
        (await SendAsync("a.pdf", new MemoryStream(Pdf), form)).Id.ShouldBe(first.Id);
        _store.Files.Count.ShouldBe(1);
        (await SendAsync("a.pdf", new MemoryStream(Pdf), Guid.NewGuid())).Id.ShouldNotBe(first.Id);
        (await SendAsync("b.pdf", new MemoryStream(Pdf), form)).Id.ShouldNotBe(first.Id);
    }

    /// <summary>A hundred megabytes that nobody has to hold: no more is asked for than the largest file may be.</summary>
    [Fact]
    public async Task What_is_too_large_is_read_no_further_and_leaves_nothing_behind()
    {
        var endless = new Endless(100L * 1024 * 1024);
        (await Should.ThrowAsync<InvalidInputException>(() => SendAsync("stor.pdf", endless))).Problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Code.ShouldBe("FileTooLarge"), p => p.Field.ShouldBe("Files"));
        endless.Given.ShouldBeLessThan(2 * 1024 * 1024 + 100_000);
        (_store.Files.Count, _added.Count).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData("sida.html", "<html>", "FileType")]
    [InlineData("bild.png", "<script>", "FileType")]
    [InlineData("tom.txt", "", "FileEmpty")]
    public async Task What_is_of_another_kind_or_empty_is_refused(string name, string content, string code)
    {
        (await Should.ThrowAsync<InvalidInputException>(() => SendAsync(name, new MemoryStream(Encoding.UTF8.GetBytes(content))))).Problems.ShouldHaveSingleItem().Code.ShouldBe(code);
        _store.Files.ShouldBeEmpty();
    }

    /// <summary>A small file that fills a disk where it is unpacked, and others that nobody can look into.</summary>
    [Theory]
    [InlineData("logg.zip", "logg.txt", 41, "FileArchive")]
    [InlineData("logg.zip", "inre.ZIP", 1, "FileArchive")]
    [InlineData("logg.zip", "setup.EXE", 1, "FileArchive")]
    [InlineData("bok.xlsx", "sheet1.xml", 41, "FileArchive")]
    [InlineData("logg.zip", "logg.txt", 1, null)]
    [InlineData("trasig.zip", null, 0, "FileArchive")]
    public async Task An_archive_that_harms_where_it_is_unpacked_is_refused(string name, string? entry, int megabytes, string? code)
    {
        var content = entry is null ? new MemoryStream([0x50, 0x4B, 0x03, 0x04, 1, 2, 3, 4]) : Zip(entry, megabytes);
        if (code is null) (await SendAsync(name, content)).FileName.ShouldBe(name);
        else (await Should.ThrowAsync<InvalidInputException>(() => SendAsync(name, content))).Problems.ShouldHaveSingleItem().Code.ShouldBe(code);
        _store.Files.Count.ShouldBe(code is null ? 1 : 0);
    }

    [Fact]
    public async Task Whoever_leaves_files_unsent_is_stopped_before_anything_is_read()
    {
        _files.CountUploadsAsync(_scene.User.Identity!.Id, Arg.Any<CancellationToken>()).Returns(TicketOptions.MostUnsent);
        var content = new MemoryStream(Pdf);
        (await Should.ThrowAsync<InvalidInputException>(() => SendAsync("a.pdf", content))).Problems.ShouldHaveSingleItem().Code.ShouldBe("FilesUnsent");
        (content.Position, _store.Files.Count).ShouldBe((0, 0));
    }

    [Fact]
    public void A_name_is_needed() => new UploadTicketFile.Validator().Problems(new UploadTicketFile(" ../ ", Stream.Null, Guid.NewGuid())).ShouldBe(["FileName FileType"]);

    private static MemoryStream Zip(string entry, int megabytes)
    {
        var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        using (var file = archive.CreateEntry(entry).Open()) file.Write(new byte[megabytes * 1024 * 1024]);
        content.Position = 0;
        return content;
    }

    private Task<UploadedFile> SendAsync(string name, Stream content, Guid? form = null) => new UploadTicketFile.Handler(_files, new TicketFileReader(_store, new TicketOptions { MostMegabytes = 2 }),
        new Scene.Transactions(), _scene.User, Scene.Clock()).Handle(new UploadTicketFile(name, content, form ?? Guid.NewGuid()), default);

    /// <summary>Files in memory.</summary>
    internal sealed class Store : IFileStore
    {
        public Dictionary<string, byte[]> Files { get; } = [];

        public Task<IFileWrite> CreateAsync(string key, CancellationToken cancellation) => Task.FromResult<IFileWrite>(new Write(this, key));

        public Task<Stream?> OpenAsync(string key, CancellationToken cancellation) => Task.FromResult<Stream?>(Files.TryGetValue(key, out var bytes) ? new MemoryStream(bytes) : null);

        public Task DeleteAsync(string key, CancellationToken cancellation) => Task.FromResult(Files.Remove(key));

        public IEnumerable<string> KeysOf(string folder, DateTimeOffset unchangedSince) => Files.Keys;

        public Task RemovePartsAsync(DateTimeOffset unchangedSince, CancellationToken cancellation) => Task.CompletedTask;

        private sealed class Write(Store store, string key) : IFileWrite
        {
            private readonly MemoryStream _stream = new();

            public Stream Stream => _stream;

            public Task CompleteAsync(CancellationToken cancellation)
            {
                store.Files[key] = _stream.ToArray();
                return Task.CompletedTask;
            }

            public ValueTask DisposeAsync() => _stream.DisposeAsync();
        }
    }

    private sealed class Endless(long length) : Stream
    {
        public long Given { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Given == 0) Pdf.CopyTo(buffer, offset);
            var given = (int)Math.Min(count, length - Given);
            Given += given;
            return given;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
