using Connect.Domain.Users;
using Connect.Web.Shell;

namespace Connect.Web.Pages.Reports;

internal sealed class ReportsMenu() : MenuEntry(60, "Reports.Title", "/reports", "report-analytics", Right.RunReports);
