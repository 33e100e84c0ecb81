using System.Globalization;
using System.Text.RegularExpressions;
using Connect.TestKit.Sql;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Connect.Infrastructure.Tests.SqlServer;

/// <summary>
/// Binds statements against the SQL Server 2022 schema without a server, in three layers: the parser, a lint of our own, and
/// DacFx, which resolves every table, column and alias. Not run against Microsoft SQL Server.
/// </summary>
internal sealed partial class SqlServerVerifier
{
    private readonly IReadOnlyList<string> _schema;

    public SqlServerVerifier(IReadOnlyList<string> schema)
    {
        _schema = schema;
        using var model = NewModel();
        var wrong = model.Validate();
        if (wrong.Count > 0) throw new InvalidOperationException("The schema: " + string.Join("\n", wrong.Select(w => w.Message)));
        Tables = SchemaTables.Read(model);
    }

    /// <summary>Columns by table name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ColumnInfo>> Tables { get; }

    /// <returns>What is wrong, by the statement's name; statements without findings are absent.</returns>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Verify(IEnumerable<SqlText> texts)
    {
        var findings = new Findings();
        var parsed = texts.Select((text, index) => Procedure.Of(text, index)).Where(procedure => Passes(procedure, findings)).ToList();
        var (model, added) = Added(parsed, findings);
        using (model) Bind(model, added, findings);
        return findings.ByName;
    }

    private TSqlModel NewModel()
    {
        var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions { Collation = "Finnish_Swedish_100_CI_AS" });
        foreach (var batch in _schema) model.AddObjects(batch);
        return model;
    }

    // A statement that does not parse, or has an undeclared variable, would poison the model for good.
    private bool Passes(Procedure procedure, Findings findings)
    {
        var tree = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(procedure.Sql), out var errors);
        foreach (var error in errors) findings.Add(procedure, $"syntax {error.Number}: {error.Message}");
        if (errors.Count > 0) return false;
        var lint = new StatementLint(Tables, procedure.Text);
        tree.Accept(lint);
        foreach (var finding in lint.Findings) findings.Add(procedure, finding);
        return !lint.Blocks;
    }

    private (TSqlModel Model, List<Procedure> Added) Added(List<Procedure> procedures, Findings findings)
    {
        var model = NewModel();
        var added = new List<Procedure>();
        foreach (var procedure in procedures)
        {
            try
            {
                model.AddObjects(procedure.Sql);
                added.Add(procedure);
            }
            catch (DacModelException error)
            {
                foreach (var message in error.Messages) findings.Add(procedure, $"model {message.Prefix}{message.Number}: {message.Message}");
                model.Dispose();
                model = NewModel();
                foreach (var good in added) model.AddObjects(good.Sql);
            }
        }

        return (model, added);
    }

    // Errors and warnings alike: a table that does not exist is only a warning to DacFx.
    private void Bind(TSqlModel model, List<Procedure> added, Findings findings)
    {
        var byKey = added.ToDictionary(procedure => procedure.Key);
        var nameless = false;
        foreach (var message in model.Validate())
        {
            var key = KeyInMessage().Match(message.Message);
            if (key.Success) findings.Add(byKey[key.Groups[1].Value], Binding(message));
            else nameless = true;
        }

        // Inside a common table expression the message names that, not the procedure: those are bound again one by one.
        if (!nameless) return;
        foreach (var procedure in added.Where(p => CommonTable().IsMatch(p.Sql)))
        {
            using var alone = NewModel();
            alone.AddObjects(procedure.Sql);
            foreach (var message in alone.Validate()) findings.Add(procedure, Binding(message));
        }
    }

    private static string Binding(DacModelMessage message) =>
        $"binding {message.Prefix}{message.Number}: {ProcedurePrefix().Replace(message.Message, "")}";

    [GeneratedRegex(@"\[(q_\d{5}_)\]")]
    private static partial Regex KeyInMessage();

    [GeneratedRegex(@"\bWITH\s+\w+\s*(\([^)]*\))?\s*AS\s*\(", RegexOptions.IgnoreCase)]
    internal static partial Regex CommonTable();

    [GeneratedRegex(@"^.*?Procedure: \[dbo\]\.\[q_\d+_\] ")]
    private static partial Regex ProcedurePrefix();

    private sealed record Procedure(string Key, SqlText Text, string Sql)
    {
        public static Procedure Of(SqlText text, int index)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"q_{index:D5}_");
            var parameters = string.Join(", ", text.Parameters.Select(p => $"{p.Name} {p.Type}"));
            return new(key, text, $"CREATE PROCEDURE dbo.[{key}]\n{parameters}\nAS BEGIN\n{text.Sql}\nEND");
        }
    }

    private sealed class Findings
    {
        private readonly Dictionary<string, List<string>> _found = [];

        public IReadOnlyDictionary<string, IReadOnlyList<string>> ByName => _found.ToDictionary(f => f.Key, f => (IReadOnlyList<string>)f.Value);

        public void Add(Procedure procedure, string finding)
        {
            if (!_found.TryGetValue(procedure.Text.Name, out var list)) _found[procedure.Text.Name] = list = [];
            if (!list.Contains(finding)) list.Add(finding);
        }
    }
}
