using Connect.Application.Common.Lists;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using FluentValidation;

namespace Connect.Application.Invoices;

/// <summary>
/// INV 2: the PDFs of several invoices as one zip: of those that are named, or else of all that a list's request matches. Written while it is
/// read, so that its size does not matter. Failures: <c>InvoicesNone</c>, <c>InvoicesTooMany</c>.
/// </summary>
/// <param name="Numbers">Each of them has to be within the reach.</param>
/// <param name="Request">Its filters count, its page does not.</param>
/// <exception cref="Common.Errors.NotFoundException">One of those named is not within the reach.</exception>
[Requires(Right.ViewInvoices)]
[Audited]
public sealed record GetInvoiceArchive(IReadOnlyList<string> Numbers, ListRequest Request) : IQuery<InvoiceArchive>
{
    /// <summary>Invoices in one archive.</summary>
    public const int Most = 2000;

    public sealed class Validator : AbstractValidator<GetInvoiceArchive>
    {
        public Validator()
        {
            RuleFor(query => query.Numbers).Must(numbers => numbers.Count <= Most).WithErrorCode("InvoicesTooMany");
            RuleForEach(query => query.Numbers).MaximumLength(40);
        }
    }
}

/// <param name="Name">Of the file: <c>Fakturor 2026-11-28.zip</c>.</param>
/// <param name="Count">Invoices in it.</param>
/// <param name="WriteAsync">Writes it, one document after the other.</param>
public sealed record InvoiceArchive(string Name, int Count, Func<Stream, CancellationToken, Task> WriteAsync)
{
    public const string ContentType = "application/zip";
}
