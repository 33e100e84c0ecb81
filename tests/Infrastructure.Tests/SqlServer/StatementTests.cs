using Connect.TestKit.Sql;

namespace Connect.Infrastructure.Tests.SqlServer;

/// <summary>Checked statically against the grammar of SQL Server 2022 and our schema; not run against Microsoft SQL Server.</summary>
public sealed class StatementTests
{
    [Fact]
    public void Every_statement_of_the_product_binds_against_the_SQL_Server_schema()
    {
        var texts = StatementFields.All.Select(field => ParameterTypes.Infer(field.Name, field.Statement.SqlServer, Schema.Verifier.Tables)).ToList();
        texts.Count.ShouldBeGreaterThan(5, "The statements are found by reflection.");
        Findings(texts).ShouldBeEmpty();
    }

    [Fact]
    public void Data_steps_of_the_migrations_bind() =>
        Findings(Schema.Folded.DataSteps.Select((sql, i) => ParameterTypes.Infer($"step {i}", sql, Schema.Verifier.Tables))).ShouldBeEmpty();

    /// <summary>One identifier after the other of every statement is misspelt: a net with a hole in it would let one through.</summary>
    [Fact]
    public void A_misspelt_column_in_any_statement_is_found()
    {
        var mutants = StatementFields.All
            .SelectMany(field => Mutants.Of(ParameterTypes.Infer(field.Name, field.Statement.SqlServer, Schema.Verifier.Tables), Schema.Verifier.Tables)).ToList();
        mutants.Count.ShouldBeGreaterThan(20);
        var found = Schema.Verifier.Verify(mutants);
        mutants.Select(mutant => mutant.Name).Except(found.Keys).ShouldBeEmpty();
    }

    internal static IEnumerable<string> Findings(IEnumerable<SqlText> texts) =>
        Schema.Verifier.Verify(texts).Select(finding => $"{finding.Key}: {string.Join(" | ", finding.Value)}");
}
