using System.IO.Compression;
using System.Text;
using Connect.Application.Operator;
using Connect.Infrastructure.Operator.Import;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Operator;

public sealed class ImportCommandTests : IAsyncLifetime
{
    private readonly ImportWorld _world = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("connect-import-test-").FullName;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    [Covers("OPS-1", "loading again says that nothing changed")]
    public async Task The_first_load_counts_what_is_new_and_the_second_says_that_nothing_changed()
    {
        var (code, output) = await _world.CommandAsync(ImportWorld.Samples);
        code.ShouldBe(0);
        output.ShouldContain("accounts.csv: 5 rows, 5 new, 0 updated, 0 unchanged\n");

        (code, output) = await _world.CommandAsync(ImportWorld.Samples);

        code.ShouldBe(0);
        output.ShouldContain("accounts.csv: 5 rows, 0 new, 0 updated, 5 unchanged\n");
        output.ShouldEndWith("Nothing changed: all of it was there already.\n");
    }

    [Fact]
    public async Task A_row_that_differs_is_counted_as_updated()
    {
        await _world.SampleAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, "categories.csv"), await FirstCategoryRenamedAsync());
        var (_, output) = await _world.CommandAsync(_folder);
        output.ShouldContain(" rows, 0 new, 1 updated, ");
        output.ShouldContain("Loaded: 0 new, 1 updated, ");
    }

    [Fact]
    [Covers("OPS-1", "a folder or a zip of them is one load")]
    public async Task A_zip_is_loaded_as_its_folder_would_be()
    {
        var zip = Path.Combine(_folder, "sample.zip");
        ZipFile.CreateFromDirectory(ImportWorld.Samples, zip);
        (await _world.CommandAsync(zip)).Code.ShouldBe(0);
        (await _world.SampleAsync()).HasChanges.ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_no_zip_is_refused()
    {
        var file = Path.Combine(_folder, "no.zip");
        await File.WriteAllTextAsync(file, "PK but no zip");
        var (code, output) = await _world.CommandAsync(file);
        code.ShouldBe(1);
        output.ShouldStartWith("The zip file can not be read");
    }

    [Fact]
    public async Task A_folder_without_files_is_no_load()
    {
        var (code, output) = await _world.CommandAsync(_folder);
        code.ShouldBe(1);
        output.ShouldStartWith("There is no file to load.");
    }

    [Theory]
    [InlineData(999, "Archive")]
    [InlineData(1000, null)]
    public async Task A_zip_that_would_be_larger_than_allowed_is_refused_before_it_is_unpacked(long most, string? problem)
    {
        using var zip = new ZipSource(Zip(new string(' ', 988) + "id;name\n1;A\n"[..12]), most);
        var report = await _world.Scope.SendAsync(new ImportData(zip));
        report.Problems.Any(p => p.Code == "Archive").ShouldBe(problem is not null);
    }

    [Fact]
    public void A_zip_that_lies_about_its_size_is_caught_while_it_is_read()
    {
        var content = Zip(new string('a', 100_000)).ToArray();
        // The unpacked size stands in the local header and in the directory; both are made to say 10.
        foreach (var (signature, offset) in ((byte[], int)[])[([0x50, 0x4B, 3, 4], 22), ([0x50, 0x4B, 1, 2], 24)])
            BitConverter.GetBytes(10).CopyTo(content, content.AsSpan().IndexOf(signature) + offset);
        using var zip = new ZipSource(new MemoryStream(content), 1_000_000);
        using var stream = zip.Open("categories.csv");
        // Either the archive's own reader stops at what was promised, or ours refuses the rest: never more comes out.
        var read = 0L;
        try
        {
            var buffer = new byte[4096];
            for (int count; (count = stream.Read(buffer)) > 0;) read += count;
        }
        catch (InvalidDataException)
        {
            read.ShouldBeLessThanOrEqualTo(10);
        }

        read.ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public void A_stream_that_gives_more_than_it_said_is_broken_off()
    {
        using var stream = new LimitedStream(new MemoryStream(new byte[11]), 10);
        Should.Throw<InvalidDataException>(() => stream.ReadExactly(new byte[11]));
    }

    private static async Task<string> FirstCategoryRenamedAsync()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(ImportWorld.Samples, "categories.csv"));
        var fields = lines[1].Split(';');
        fields[Array.IndexOf(lines[0].Split(';'), "name")] = "Ett annat namn";
        return string.Join('\n', [lines[0], string.Join(';', fields), .. lines[2..]]);
    }

    private static MemoryStream Zip(string categories)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("categories.csv").Open();
            entry.Write(Encoding.UTF8.GetBytes(categories));
        }

        stream.Position = 0;
        return stream;
    }
}
