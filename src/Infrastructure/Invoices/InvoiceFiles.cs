using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Invoices;
using Connect.Infrastructure.Documents;
using MediatR;
using Microsoft.Extensions.Logging;

namespace Connect.Infrastructure.Invoices;

/// <summary>The document of an invoice: the operator's own where one was loaded, otherwise made here.</summary>
internal sealed class InvoiceFiles(InvoiceReader reader, IFileStore files, InvoicePdf pdf, ILogger<InvoiceFiles> logger)
{
    /// <summary>Null when there is no such invoice within the reach.</summary>
    public async Task<InvoiceDocument?> OpenAsync(string number, CancellationToken cancellation)
    {
        if (await reader.FindAsync(number, cancellation) is not { } invoice) return null;
        var name = $"{InvoiceWords.Kind(invoice.Detail.Facts)} {string.Concat(number.Select(sign => Path.GetInvalidFileNameChars().Contains(sign) || sign is '\\' or ':' ? '-' : sign))}.pdf";
        if (invoice.FileKey is not null && await files.OpenAsync(invoice.FileKey, cancellation) is { } own) return new(name, own);
        if (invoice.FileKey is not null) logger.LogError("The document of invoice {InvoiceId} is on record and its file {FileKey} is missing: one is made instead", invoice.Detail.Facts.Id, invoice.FileKey);
        var made = new MemoryStream();
        pdf.Write(invoice.Detail, made);
        made.Position = 0;
        return new(name, made);
    }
}

internal sealed class GetInvoiceHandler(InvoiceReader reader) : IRequestHandler<GetInvoice, InvoiceDetail>
{
    public async Task<InvoiceDetail> Handle(GetInvoice request, CancellationToken cancellationToken) =>
        (await reader.FindAsync(request.Number, cancellationToken))?.Detail ?? throw new NotFoundException();
}

internal sealed class GetInvoiceDocumentHandler(InvoiceFiles files) : IRequestHandler<GetInvoiceDocument, InvoiceDocument>
{
    public async Task<InvoiceDocument> Handle(GetInvoiceDocument request, CancellationToken cancellationToken) =>
        await files.OpenAsync(request.Number, cancellationToken) ?? throw new NotFoundException();
}
