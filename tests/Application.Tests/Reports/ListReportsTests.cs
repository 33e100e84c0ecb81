using Connect.Application.Reports;
using Connect.Application.Tests.Common;
using Connect.Domain.Users;

namespace Connect.Application.Tests.Reports;

public sealed class ListReportsTests
{
    private static readonly ReportKinds All = new([new ReportScene.Numbers(), new ReportScene.Invoices()]);

    [Theory]
    [InlineData(Right.ViewSubscriptions, "numbers")]
    [InlineData(Right.ViewInvoices, "invoices")]
    [InlineData(Right.ManageTickets, null)]
    public async Task Only_reports_whose_data_the_user_may_see_are_offered(Right right, string? kind)
    {
        var reports = await new ListReports.Handler(All, Scene.Caller(Right.RunReports, right)).Handle(new ListReports(), default);
        reports.Select(report => report.Kind).ShouldBe(kind is null ? [] : [kind]);
    }
}
