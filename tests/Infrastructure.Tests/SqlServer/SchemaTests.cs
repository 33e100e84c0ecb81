using System.Globalization;
using System.Text.RegularExpressions;
using Connect.TestKit;
using Microsoft.Data.Sqlite;

namespace Connect.Infrastructure.Tests.SqlServer;

/// <summary>Holds the two histories of migrations together.</summary>
public sealed partial class SchemaTests
{
    private const int LongText = 300;

    [Fact]
    public void Both_engines_have_the_same_steps() =>
        Schema.Scripts("Sqlite").Select(s => s.Name).ShouldBe(Schema.Scripts("SqlServer").Select(s => s.Name));

    [Fact]
    public void The_folded_SQL_Server_schema_is_valid() => Schema.Verifier.Tables.Count.ShouldBeGreaterThan(20);

    [Fact]
    public async Task Both_engines_have_the_same_tables_columns_and_nullability()
    {
        await using var database = new TestDatabase();
        var sqlServer = Schema.Verifier.Tables.SelectMany(table => table.Value.Select(column => Line(table.Key, column.Name, column.Nullable)));
        var sqlite = SqliteColumns(database).Select(column => Line(column.Table, column.Column, column.Nullable));
        sqlite.Order(StringComparer.Ordinal).ShouldBe(sqlServer.Order(StringComparer.Ordinal));
    }

    /// <summary>Names and words sort and compare in Swedish on both; codes, ids and long texts that nobody sorts by need not.</summary>
    [Fact]
    public void Text_that_is_Swedish_on_one_engine_is_Swedish_on_the_other()
    {
        var sqlServer = Columns("SqlServer", SqlServerText()).Where(c => c.Length is > 0 and < LongText && !c.IsBinary).Select(c => c.Name);
        var sqlite = Columns("Sqlite", SqliteText()).Where(c => !c.IsBinary).Select(c => c.Name);
        var longTexts = Columns("SqlServer", SqlServerText()).Where(c => c.Length is 0 or >= LongText).Select(c => c.Name);
        sqlite.Except(longTexts).Order(StringComparer.Ordinal).ShouldBe(sqlServer.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Tables_on_SQLite_are_strict()
    {
        await using var database = new TestDatabase();
        Rows(database, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name <> 'SchemaVersions'", row => row.GetString(0))
            .ShouldBeEmpty();
    }

    /// <summary>An å is six signs in JSON and in a query string: what was measured before it was written needs the room.</summary>
    [Theory]
    [InlineData("BulkJob", "Wish", "MAX")]
    [InlineData("BulkRow", "RowValues", "MAX")]
    [InlineData("BulkRow", "Problem", "MAX")]
    [InlineData("BulkRow", "Outcome", "MAX")]
    [InlineData("OrderLine", "Detail", "MAX")]
    [InlineData("SubscriptionEvent", "Detail", "4000")]
    [InlineData("SavedView", "Query", "4000")]
    public void Texts_that_grow_as_they_are_written_have_room(string table, string column, string length) =>
        Schema.Folded.Batches.Single(batch => Regex.IsMatch(batch, $@"^CREATE TABLE dbo\.{table}\b")).ShouldMatch($@"\b{column}\s+NVARCHAR \({length}\)");

    private static string Line(string table, string column, bool nullable) => $"{table}.{column} {(nullable ? "NULL" : "NOT NULL")}";

    // A key of the table itself may not say NOT NULL on SQLite and never is null all the same in a strict table.
    private static List<(string Table, string Column, bool Nullable)> SqliteColumns(TestDatabase database) => Rows(database, """
        SELECT t.name, c.name, c."notnull" = 0 AND c.pk = 0 FROM pragma_table_list t JOIN pragma_table_info(t.name) c
        WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> 'SchemaVersions'
        """, row => (row.GetString(0), row.GetString(1), row.GetBoolean(2)));

    private static IEnumerable<(string Name, int Length, bool IsBinary)> Columns(string engine, Regex column) =>
        from script in Schema.Scripts(engine)
        from table in Table().Matches(script.Text)
        from match in column.Matches(table.Groups["body"].Value)
        let length = match.Groups["length"]
        select ($"{table.Groups["name"].Value}.{match.Groups["name"].Value}",
            int.TryParse(length.Value, CultureInfo.InvariantCulture, out var number) ? number : 0, match.Groups["binary"].Success);

    [GeneratedRegex(@"CREATE TABLE (dbo\.)?(?<name>\w+) \((?<body>.*?)^\)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Table();

    [GeneratedRegex(@"^\s+(?<name>\w+) nvarchar\((?<length>\w+)\)(?<binary> COLLATE Latin1_General_100_BIN2)?", RegexOptions.Multiline)]
    private static partial Regex SqlServerText();

    [GeneratedRegex(@"^\s+(?<name>\w+) TEXT(?: COLLATE SV_CI|(?<binary>))", RegexOptions.Multiline)]
    private static partial Regex SqliteText();

    private static List<T> Rows<T>(TestDatabase database, string sql, Func<SqliteDataReader, T> map)
    {
        using var connection = new SqliteConnection(database.Options.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(map(reader));
        return rows;
    }
}
