using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Invoices;
using Connect.Domain.Users;
using Connect.Web.Components.List;

namespace Connect.Web.Pages.Invoices;

/// <summary>The invoices list as it is shown, on its own page and on an account's.</summary>
internal static class InvoiceLists
{
    public const string Path = "/invoices", ZipPath = "/invoices/zip";

    public static string LinkOf(string number) => $"{Path}/{Uri.EscapeDataString(number)}";

    public static string PdfOf(string number) => LinkOf(number) + "/pdf";

    public static ListView Of(ListRequest request, ListPage<InvoiceRow> page, ICurrentUser user, string path, string empty, IReadOnlyList<KeyValuePair<string, string>>? kept = null, ListWithin? within = null) =>
        ListView.Of(ListInvoices.Columns, request, page, path, Text.Get("Invoices.Title"), row => LinkOf(row.Number), ("file-invoice", Text.Get(empty)), exportPath: "/reports/lists/invoices",
            kept: kept, within: within, more: row => More(row, user),
            selection: new(ZipPath, "number", "file-zip", Text.Get("Invoices.ZipChosen"), "Invoices.ZipAll", Text.Get("Invoices.ChooseAll")));

    private static ListRowMore More(InvoiceRow row, ICurrentUser user) => new(
        user.Has(Right.ViewAccounts) ? new Dictionary<string, string> { ["account"] = $"/accounts/{Uri.EscapeDataString(row.AccountNumber)}" } : new Dictionary<string, string>(),
        new("file-type-pdf", Text.Get("Invoices.PdfOf", row.Number), PdfOf(row.Number)),
        new(row.Number, Text.Get("Invoices.Choose", row.Number)));
}
