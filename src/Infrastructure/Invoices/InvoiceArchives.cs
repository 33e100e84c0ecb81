using System.IO.Compression;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Invoices;
using Connect.Domain.Common;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Invoices;

internal sealed class GetInvoiceArchiveHandler(DbSession db, InvoiceFiles files, IAudit audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<GetInvoiceArchive, InvoiceArchive>
{
    private const int AtOnce = 500;

    private static readonly Stmt SelectNumbers = """
        SELECT i.Number FROM Invoice i
        WHERE i.Number IN @numbers AND i.OrganisationId = @organisationId
        AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = i.AccountId)
        """;

    public async Task<InvoiceArchive> Handle(GetInvoiceArchive request, CancellationToken cancellationToken)
    {
        var numbers = request.Numbers.Count > 0 ? await NamedAsync([.. request.Numbers.Distinct()], cancellationToken) : await MatchingAsync(request.Request, cancellationToken);
        audit.Change(null, new { Invoices = numbers.Count });
        return new($"Fakturor {clock.Today():yyyy-MM-dd}.zip", numbers.Count, (target, cancellation) => WriteAsync(numbers, target, cancellation));
    }

    private async Task<List<string>> NamedAsync(string[] numbers, CancellationToken cancellation)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in numbers.Chunk(AtOnce))
            found.UnionWith(await db.ListAsync<string>(SelectNumbers, new { numbers = part, organisationId = user.Reach.OrganisationId, reachId = user.Reach.AccountId }, cancellation));
        return numbers.All(found.Contains) ? [.. numbers] : throw new NotFoundException();
    }

    private async Task<List<string>> MatchingAsync(ListRequest request, CancellationToken cancellation)
    {
        var (count, today) = (0, clock.Today());
        if ((count = await InvoiceList.Sql.CountAsync(db, user.Reach, request, cancellation, today)) == 0) throw new DomainRuleException("InvoicesNone");
        if (count > GetInvoiceArchive.Most) throw new DomainRuleException("InvoicesTooMany");
        var numbers = new List<string>(count);
        await foreach (var row in InvoiceList.Sql.StreamAsync(db, user.Reach, request, cancellation, today)) numbers.Add(row.Number);
        return numbers;
    }

    // One document is in memory at a time. A PDF is compressed already.
    private async Task WriteAsync(List<string> numbers, Stream target, CancellationToken cancellation)
    {
        await using var waiting = new WaitingStream(target);
        using (var zip = new ZipArchive(waiting, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var number in numbers)
            {
                if (await files.OpenAsync(number, cancellation) is not { } document) continue; // gone since it was counted
                await using (document.Content)
                await using (var part = zip.CreateEntry(document.Name, CompressionLevel.NoCompression).Open()) await document.Content.CopyToAsync(part, cancellation);
                await waiting.SendAsync(cancellation);
            }
        }

        await waiting.SendAsync(cancellation);
    }
}
