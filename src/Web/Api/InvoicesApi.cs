using Connect.Application.Common.Lists;
using Connect.Application.Invoices;
using Connect.Web.Infrastructure;
using MediatR;

namespace Connect.Web.Api;

/// <summary>Invoices within reach, and their documents.</summary>
internal sealed class InvoicesApi : IApiModule
{
    public void Map(RouteGroupBuilder api)
    {
        var invoices = api.MapGroup("/invoices").WithTags("Invoices");
        invoices.MapGet("/", (HttpRequest http, IMediator mediator, CancellationToken cancellation) =>
                mediator.Send(new ListInvoices(ListRequest.Parse(http.ListQuery(), ListInvoices.Columns).OrThrow()), cancellation))
            .WithName("ListInvoices").WithSummary("Invoices within reach; sort, page, size and f.COLUMN as on the page");
        invoices.MapGet("/open", (IMediator mediator, CancellationToken cancellation) => mediator.Send(new SumOpenInvoices(), cancellation))
            .WithName("SumOpenInvoices").WithSummary("How many invoices are unpaid, partly paid or overdue, and what is left to pay of them");
        invoices.MapGet("/{number}", (string number, IMediator mediator, CancellationToken cancellation) => mediator.Send(new GetInvoice(number), cancellation))
            .WithName("GetInvoice").WithSummary("An invoice with its lines, payments and credit notes");
        invoices.MapGet("/{number}/pdf", async (string number, IMediator mediator, CancellationToken cancellation) =>
            {
                var document = await mediator.Send(new GetInvoiceDocument(number), cancellation);
                return TypedResults.File(document.Content, InvoiceDocument.ContentType, document.Name);
            })
            .WithName("GetInvoiceDocument").WithSummary("The PDF of an invoice")
            .RequireRateLimiting(DocumentLimit.Policy).ProducesProblem(StatusCodes.Status429TooManyRequests);
        invoices.MapGet("/zip", async Task<IResult> (string[] number, HttpRequest http, IMediator mediator, DocumentLimit limit, CancellationToken cancellation) =>
            {
                if (limit.Enter(http.HttpContext) is not { } place) return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
                var archive = await mediator.Send(new GetInvoiceArchive(number, ListRequest.Parse(http.ListQuery(), ListInvoices.Columns).OrThrow()), cancellation);
                return TypedResults.Stream(async target =>
                {
                    using (place) await archive.WriteAsync(target, cancellation);
                }, InvoiceArchive.ContentType, archive.Name);
            })
            .WithName("GetInvoiceArchive").WithSummary("The PDFs of several invoices as a zip: of each number given, or of all that the list's filters match")
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
    }
}
