using Connect.Domain.Users;
using static Connect.Web.Tests.Matrix.MatrixRow;

namespace Connect.Web.Tests.Matrix;

/// <summary>What is expected of the doors to invoices.</summary>
internal static class MatrixInvoices
{
    public static readonly IReadOnlyList<MatrixRow> Rows =
    [
        Needs(Right.ViewAccounts, "GET /accounts/{number}").Asks("tab=invoices&reach=all").On(Subject.Account),
        Needs(Right.ViewInvoices, "GET /invoices"),
        Needs(Right.ViewInvoices, "GET /invoices").Asks("account={id}&reach=below").On(Subject.Account),
        Needs(Right.ViewInvoices, "GET /invoices/{number}").On(Subject.Invoice),
        Needs(Right.ViewInvoices, "GET /invoices/{number}/pdf").On(Subject.Invoice),
        Needs(Right.ViewInvoices, "GET /invoices/zip"),
        Needs(Right.ViewInvoices, "GET /invoices/zip").Asks("number={id}").On(Subject.Invoice),
        Needs(Right.ViewInvoices, "GET /api/v1/invoices"),
        Needs(Right.ViewInvoices, "GET /api/v1/invoices/open"),
        Needs(Right.ViewInvoices, "GET /api/v1/invoices/{number}").On(Subject.Invoice),
        Needs(Right.ViewInvoices, "GET /api/v1/invoices/{number}/pdf").On(Subject.Invoice),
        Needs(Right.ViewInvoices, "GET /api/v1/invoices/zip"),
        Needs(Right.ViewInvoices, "GET /api/v1/invoices/zip").Asks("number={id}").On(Subject.Invoice),
        Needs(Right.ViewInvoices, "GET /reports/lists/{list}").At("invoices"),
    ];
}
