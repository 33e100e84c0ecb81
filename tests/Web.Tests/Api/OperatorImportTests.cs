using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Connect.Application.Identity;
using Connect.Infrastructure.Operator.Import;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Web.Tests.Api;

/// <summary>The operator's systems load a zip over HTTP.</summary>
public sealed class OperatorImportTests : IAsyncLifetime
{
    private const string Address = "/api/v1/operator/import";

    private readonly Portal _portal = new() { Configure = builder => { builder.UseSetting("Import:MostMegabytes", "1"); builder.UseSetting("Import:MostUnpackedMegabytes", "2"); } };
    private readonly Dictionary<string, string> _keys = [];

    public async ValueTask InitializeAsync()
    {
        await using var scope = new TestScope(_portal.Database, caller: TestScope.Operator(OperatorScopes.Keys));
        foreach (var name in OperatorScopes.ForKeys) _keys[name] = await scope.SendAsync(new CreateOperatorKey(name, [name]));
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    [Covers("OPS-1", "the same load by the API")]
    public async Task A_zip_is_loaded_and_sent_again_changes_nothing()
    {
        var first = await JsonAsync(await SendAsync(Zip("import")), HttpStatusCode.OK);
        first.GetProperty("hasChanges").GetBoolean().ShouldBeTrue();
        var accounts = first.GetProperty("files").EnumerateArray().Single(file => file.GetProperty("name").GetString() == "accounts.csv");
        (accounts.GetProperty("rows").GetInt32(), accounts.GetProperty("added").GetInt32(), accounts.GetProperty("changed").GetInt32(), accounts.GetProperty("unchanged").GetInt32()).ShouldBe((5, 5, 0, 0));

        var second = await JsonAsync(await SendAsync(Zip("import")), HttpStatusCode.OK);

        second.GetProperty("hasChanges").GetBoolean().ShouldBeFalse();
        second.GetProperty("files").EnumerateArray().ShouldAllBe(file => file.GetProperty("unchanged").GetInt32() == file.GetProperty("rows").GetInt32());
    }

    [Fact]
    [Covers("OPS-1", "errors by the API: file, line, column and reason")]
    public async Task What_is_wrong_is_told_with_file_line_column_and_reason()
    {
        var problem = await JsonAsync(await SendAsync(Zip("import-errors")), HttpStatusCode.BadRequest);
        problem.GetProperty("code").GetString().ShouldBe("ImportRefused");
        problem.GetProperty("hasMore").GetBoolean().ShouldBeFalse();
        var problems = problem.GetProperty("problems").EnumerateArray().ToList();
        problems.Count.ShouldBe(56);
        var cycle = problems.First(p => p.GetProperty("code").GetString() == "AccountCycle");
        (cycle.GetProperty("file").GetString(), cycle.GetProperty("line").GetInt32(), cycle.GetProperty("column").GetString()).ShouldBe(("accounts.csv", 3, "parent"));
        cycle.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("integration")]
    [InlineData("jobs")]
    public async Task A_key_for_something_else_may_not_load(string scope) =>
        (await JsonAsync(await SendAsync(Zip("import"), _keys[scope]), HttpStatusCode.Forbidden)).GetProperty("code").GetString().ShouldBe("Forbidden");

    [Fact]
    public async Task Nothing_is_read_from_who_may_not_load()
    {
        // Larger than allowed: had it been read, the answer would be 413.
        (await SendAsync(new MemoryStream(new byte[2 * 1024 * 1024]), key: null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(new MemoryStream(new byte[2 * 1024 * 1024]), _keys[OperatorScopes.Jobs])).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_zip_that_is_too_large_is_refused()
    {
        var problem = await JsonAsync(await SendAsync(new MemoryStream(new byte[1024 * 1024 + 1])), HttpStatusCode.RequestEntityTooLarge);
        problem.GetProperty("code").GetString().ShouldBe("TooLarge");
    }

    [Fact]
    public async Task A_small_zip_that_unpacks_to_too_much_is_refused()
    {
        var bomb = new MemoryStream();
        using (var archive = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("usage.csv").Open();
            entry.Write(new byte[3 * 1024 * 1024]);
        }

        bomb.Length.ShouldBeLessThan(100_000);
        bomb.Position = 0;
        await ShouldBeArchiveAsync(bomb);
    }

    [Fact]
    public async Task What_is_no_zip_is_refused() => await ShouldBeArchiveAsync(new MemoryStream("id;name\n"u8.ToArray()));

    [Fact]
    public async Task Two_loads_at_once_are_one_too_many_and_the_first_frees_the_way()
    {
        await using var scope = _portal.Services.CreateAsyncScope();
        var uploads = scope.ServiceProvider.GetRequiredService<Connect.Application.Operator.IImportUploads>();
        await using (await uploads.ReceiveAsync(Zip("import"), CancellationToken.None))
            (await JsonAsync(await SendAsync(Zip("import")), HttpStatusCode.Conflict)).GetProperty("code").GetString().ShouldBe("ImportRunning");
        (await SendAsync(Zip("import"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_zip_is_kept_where_nobody_else_reads_it_and_gone_with_the_process_however_that_ends()
    {
        var file = ImportUploads.Create();
        if (OperatingSystem.IsWindows()) File.Exists(file.Name).ShouldBeTrue();
        else
        {
            File.GetUnixFileMode(file.SafeFileHandle).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.Exists(file.Name).ShouldBeFalse("a file without a name is left behind by nothing, not even by kill -9");
        }

        await file.DisposeAsync();
        File.Exists(file.Name).ShouldBeFalse();

        var uploads = new ImportUploads(new ImportOptions());
        await using (var received = await uploads.ReceiveAsync(Zip("import"), CancellationToken.None)) received.Files.ShouldContain("accounts.csv");
        using var broken = new BrokenOff();
        await Should.ThrowAsync<IOException>(() => uploads.ReceiveAsync(broken, CancellationToken.None));
        await using var again = await uploads.ReceiveAsync(Zip("import"), CancellationToken.None);
        again.Files.ShouldContain("accounts.csv");
    }

    private async Task ShouldBeArchiveAsync(Stream body) =>
        (await JsonAsync(await SendAsync(body), HttpStatusCode.BadRequest)).GetProperty("problems").EnumerateArray().Single().GetProperty("code").GetString().ShouldBe("Archive");

    private Task<HttpResponseMessage> SendAsync(Stream body) => SendAsync(body, _keys[OperatorScopes.Import]);

    private async Task<HttpResponseMessage> SendAsync(Stream body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StreamContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        if (key is not null) request.Headers.Authorization = new("Bearer", key);
        return await _portal.NewClient().SendAsync(request);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(expected, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private static MemoryStream Zip(string sample)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Connect.sln"))) folder = Path.GetDirectoryName(folder)!;
        var zip = new MemoryStream();
        ZipFile.CreateFromDirectory(Path.Combine(folder, "samples", sample), zip);
        zip.Position = 0;
        return zip;
    }

    private sealed class BrokenOff : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new IOException("Broken off.");
    }
}
