using Connect.TestKit.Sql;

namespace Connect.Infrastructure.Tests.SqlServer;

/// <summary>Runs after the parallel classes: what they issued is bound once more with the types that SqlClient would declare.</summary>
[CollectionDefinition(nameof(AfterAllOthers), DisableParallelization = true)]
public sealed class AfterAllOthers;

[Collection(nameof(AfterAllOthers))]
public sealed class SeenStatementTests
{
    [Fact]
    public void Statements_bind_with_the_parameters_they_were_issued_with()
    {
        var texts = SeenStatements.OfAllProcesses().Select(seen => seen.Text with { Name = $"{seen.Text.Name}: {seen.Statement}" }).DistinctBy(text => (text.Name, text.Sql));
        StatementTests.Findings(texts).ShouldBeEmpty();
    }

    /// <summary>The build runs the projects in order and this one last, so that all have told what they saw.</summary>
    [Fact]
    public void Every_statement_has_been_issued_by_a_test()
    {
        Assert.SkipWhen(SeenStatements.Folder is null, "Known only when every test project has run: ./build.sh");
        var seen = SeenStatements.OfAllProcesses().Select(statement => statement.Statement).ToHashSet();
        StatementFields.All.Where(field => !seen.Contains(field.Statement.SqlServer)).Select(field => field.Name).ShouldBeEmpty();
    }
}
