using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Invoices;

/// <summary>INV 2: the PDF of an invoice: the operator's own document where one was loaded, otherwise made from the invoice.</summary>
/// <exception cref="Common.Errors.NotFoundException">There is none of that number within the reach.</exception>
[Requires(Right.ViewInvoices)]
public sealed record GetInvoiceDocument(string Number) : IQuery<InvoiceDocument>;

/// <param name="Name">Of the file: <c>Faktura 2611100012.pdf</c>.</param>
/// <param name="Content">The caller closes it.</param>
public sealed record InvoiceDocument(string Name, Stream Content)
{
    public const string ContentType = "application/pdf";
}
