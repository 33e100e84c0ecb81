using Connect.Application.Operator;
using Connect.Application.Tests.Common;

namespace Connect.Application.Tests.Operator;

public sealed class VisitJobsTests
{
    [Fact]
    public async Task The_audit_log_is_told_which_page_was_opened()
    {
        var audit = new Scene.Audit();
        await new VisitJobs.Handler(audit).Handle(new("/jobs/servers"), default);
        audit.After!.ShouldContain("/jobs/servers");
    }
}
