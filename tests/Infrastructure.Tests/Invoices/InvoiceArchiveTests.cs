using System.IO.Compression;
using Connect.Application.Common.Lists;
using Connect.Application.Invoices;
using Connect.Domain.Common;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Operator;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Invoices;

public sealed class InvoiceArchiveTests : IAsyncLifetime
{
    private static readonly Stmt SelectAudit = "SELECT Action, AfterState FROM AuditEntry ORDER BY Id";
    private readonly TestDatabase _database = new();
    private World _world = null!;
    private TestOrganisation _own = null!;

    public async ValueTask InitializeAsync()
    {
        _world = new World(_database);
        _own = await _world.OrganisationAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    [Covers("INV-2", "several chosen, or all that match, as one zip of PDFs")]
    public async Task Those_that_are_named_or_all_that_match_are_in_it()
    {
        await using var scope = await ScopeAsync(3);
        (await NamesAsync(scope, ["F-0", "F-2", "F-0"], new ListRequest())).ShouldBe(["Faktura F-0.pdf", "Faktura F-2.pdf"]);
        (await NamesAsync(scope, [], new ListRequest().With("number", new TextFilter(TextMatch.Contains, "-1")))).ShouldBe(["Faktura F-1.pdf"]);
        (await NamesAsync(scope, [], new ListRequest { Page = 7, Size = 10 })).Count.ShouldBe(3);
        (await _world.Db.ListAsync<Audit>(SelectAudit)).ShouldContain(audit => audit.Action == nameof(GetInvoiceArchive) && audit.AfterState == """{"invoices":3}""");
        var none = new ListRequest().With("number", new TextFilter(TextMatch.Contains, "x"));
        (await Should.ThrowAsync<DomainRuleException>(() => scope.SendAsync(new GetInvoiceArchive([], none)))).Code.ShouldBe("InvoicesNone");
    }

    [Fact]
    [Covers("INV-2", "a zip of 200 is written as it is made")]
    public async Task Two_hundred_are_sent_one_by_one_and_nothing_grows()
    {
        await using var scope = await ScopeAsync(200);
        await using var sent = new CountingStream();
        var before = 0L;
        await scope.RunAsync(async services =>
        {
            var archive = await Mediator(services).Send(new GetInvoiceArchive([], new ListRequest()));
            archive.Count.ShouldBe(200);
            before = GC.GetTotalMemory(forceFullCollection: true);
            await archive.WriteAsync(sent, CancellationToken.None);
            return true;
        });

        sent.Total.ShouldBeGreaterThan(200 * 30_000);
        sent.Flushes.ShouldBeGreaterThanOrEqualTo(200);
        sent.Largest.ShouldBeLessThan(100_000); // one document at a time
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(4_000_000);
    }

    [Fact]
    [Covers("INV-2", "the operator's own document where one was loaded")]
    public async Task The_operators_own_document_goes_before_one_that_is_made()
    {
        await using var world = new ImportWorld();
        await world.SampleAsync();
        var own = await File.ReadAllBytesAsync(Path.Combine(ImportWorld.Samples, "F-2601.pdf"), TestContext.Current.CancellationToken);
        var reach = new AccountReach(Guid.Parse((await world.AskAsync<string>("SELECT OrganisationId FROM Account WHERE Number = '700001'"))!), Guid.Parse((await world.AskAsync<string>("SELECT Id FROM Account WHERE Number = '700001'"))!), true);
        await using var user = new TestScope(world.Database, new() { Id = Guid.NewGuid(), UserName = "u", DisplayName = "U", OrganisationName = "O", Reach = reach, Rights = new HashSet<Right> { Right.ViewInvoices }, Language = "sv" });
        async Task<byte[]> OfAsync(string number)
        {
            var document = await user.SendAsync(new GetInvoiceDocument(number));
            await using var content = document.Content;
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy);
            return copy.ToArray();
        }

        (await OfAsync("F-2601")).ShouldBe(own);
        (await OfAsync("F-2602")).Length.ShouldBeGreaterThan(own.Length);
        (await user.SendAsync(new GetInvoice("F-2601"))).Facts.HasDocument.ShouldBeTrue();
        (await user.SendAsync(new GetInvoiceDocument("K-2603"))).Name.ShouldBe("Kreditfaktura K-2603.pdf");
    }

    private static MediatR.IMediator Mediator(IServiceProvider services) => (MediatR.IMediator)services.GetService(typeof(MediatR.IMediator))!;

    private async Task<TestScope> ScopeAsync(int invoices)
    {
        for (var i = 0; i < invoices; i++)
        {
            var invoice = await _world.InvoiceAsync(_own.RootId, 1000, $"F-{i}");
            await _world.InvoiceLineAsync(invoice.Id, 1000);
        }

        return new TestScope(_database, await _world.UserAsync(_own.RootId, rights: [Right.ViewInvoices]));
    }

    private static async Task<List<string>> NamesAsync(TestScope scope, IReadOnlyList<string> numbers, ListRequest request) => await scope.RunAsync(async services =>
    {
        var archive = await Mediator(services).Send(new GetInvoiceArchive(numbers, request));
        using var stream = new MemoryStream();
        await archive.WriteAsync(stream, CancellationToken.None);
        await using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        return zip.Entries.Select(entry => entry.Length > 1000 ? entry.Name : "").Order(StringComparer.Ordinal).ToList();
    });

    private sealed record Audit
    {
        public string Action { get; init; } = "";
        public string? AfterState { get; init; }
    }

    private sealed class CountingStream : MemoryStream
    {
        public long Total { get; private set; }
        public int Largest { get; private set; }
        public int Flushes { get; private set; }

        // Kestrel refuses these.
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("synchronous");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("synchronous");

        public override void Flush() => throw new InvalidOperationException("synchronous");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            (Total, Largest) = (Total + buffer.Length, Math.Max(Largest, buffer.Length));
            return ValueTask.CompletedTask;
        }

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            Flushes++;
            return Task.CompletedTask;
        }
    }
}
