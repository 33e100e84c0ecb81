using Connect.Domain.Users;
using Connect.Web.Shell;

namespace Connect.Web.Pages.Invoices;

internal sealed class InvoicesMenu() : MenuEntry(50, "Invoices.Menu", "/invoices", "file-invoice", Right.ViewInvoices);
