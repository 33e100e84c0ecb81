using Connect.Application.Invoices;

namespace Connect.Infrastructure.Invoices;

/// <param name="FileKey">Of the operator's own document; null when there is none.</param>
internal sealed record ReadInvoice(InvoiceDetail Detail, string? FileKey);

internal sealed record FactsRow : InvoiceFacts
{
    public string? FileKey { get; init; }
    public Guid? CreditsInvoiceId { get; init; }
}

internal sealed record LineRow : InvoiceLine
{
    /// <summary>The service, whoever sees it.</summary>
    public Guid? OwnerId { get; init; }
}

internal sealed record LinkedRow : LinkedInvoice
{
    public Guid Id { get; init; }

    /// <summary>What the reader may know of it.</summary>
    public LinkedRow Within() => IsWithinReach ? this : this with { InvoicedOn = null, Total = null };
}
