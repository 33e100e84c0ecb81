using System.Reflection;
using NetArchTest.Rules;

namespace Connect.Architecture.Tests;

/// <summary>One direction: Web and Infrastructure → Application → Domain.</summary>
public sealed class LayerTests
{
    [Fact]
    public void The_domain_knows_nobody() =>
        References(Code.Domain).Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name != "netstandard").ShouldBeEmpty();

    [Fact]
    public void The_application_knows_the_domain_and_no_technology() =>
        References(Code.Application).Where(name => name.StartsWith("Connect.", StringComparison.Ordinal) && name != "Connect.Domain"
            || IsTechnology(name)).ShouldBeEmpty();

    [Fact]
    public void The_infrastructure_does_not_know_the_web() => References(Code.Infrastructure).ShouldNotContain("Connect.Web");

    [Fact]
    public void The_web_does_not_touch_the_database() =>
        Violations(Types.InAssembly(Code.Web).ShouldNot().HaveDependencyOnAny("Dapper", "Microsoft.Data.Sqlite", "Microsoft.Data.SqlClient", "Connect.Infrastructure.Persistence.DbSession"))
            .ShouldBeEmpty();

    [Fact]
    public void Dapper_is_called_in_the_seam_only()
    {
        string[] seam = ["DbSession.cs", "TypeHandlers.cs", "BulkInsert.cs"];
        Code.Files("src", ".cs").Where(file => file.Text.Contains("using Dapper", StringComparison.Ordinal) && !seam.Contains(Path.GetFileName(file.Path)))
            .Select(file => file.Path).ShouldBeEmpty();
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    private static bool IsTechnology(string name) =>
        name is "Dapper" || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.Data.", StringComparison.Ordinal)
        || name.StartsWith("Hangfire", StringComparison.Ordinal) || name.StartsWith("ClosedXML", StringComparison.Ordinal) || name.StartsWith("MailKit", StringComparison.Ordinal);

    private static IEnumerable<string> Violations(ConditionList rule) => rule.GetResult().FailingTypeNames ?? [];
}
