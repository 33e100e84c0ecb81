using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Operator;
using Connect.Infrastructure.Operator.Import;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Operator;

public abstract class StoreRecordTests(DatabaseEngine engine)
{
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact]
    [Covers("OPS-2", "every kind one record at a time, by the rules of the import")]
    public async Task Every_record_of_the_sample_can_be_sent_alone_and_the_load_then_finds_nothing_to_change()
    {
        await using var world = new ImportWorld(_engine);
        await using var integration = new TestScope(world.Database, caller: TestScope.Operator("integration"));
        foreach (var (kind, record) in await RecordsAsync(world))
        {
            var report = await integration.SendAsync(new StoreRecord(kind, record));
            report.Problems.ShouldBeEmpty($"{kind} {record}");
        }

        var load = await world.SampleAsync();

        load.Problems.ShouldBeEmpty();
        load.Files.ShouldAllBe(file => file.Added + file.Changed == 0);
    }

    [Fact]
    [Covers("OPS-2", "idempotent by the operator's id")]
    public async Task Sent_again_it_changes_nothing_and_what_is_left_out_stays()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        await using var integration = new TestScope(world.Database, caller: TestScope.Operator("integration"));
        var record = Json("""{"id":"A3","organisation":"O1","parent":"A2","number":"700003","name":"Åsen","alias":null}""");
        (await integration.SendAsync(new StoreRecord("accounts", record))).Files[0].Changed.ShouldBe(1);
        (await integration.SendAsync(new StoreRecord("accounts", record))).HasChanges.ShouldBeFalse();
        (await world.AskAsync<string>("SELECT CONCAT(Name, ' ', Alias, ' ', InvoiceReference) FROM Account WHERE Number = '700003'")).ShouldBe("Åsen  REF-310");
    }

    [Fact]
    [Covers("OPS-2", "what a record leaves out stays, of every kind")]
    public async Task A_record_with_no_more_than_it_must_have_changes_nothing()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        var before = await world.DumpAsync();
        await using var integration = new TestScope(world.Database, caller: TestScope.Operator("integration"));
        foreach (var (kind, record, optional) in await PartialsAsync(world))
        {
            var report = await integration.SendAsync(new StoreRecord(kind, record));
            // Some fields are needed by what stands in others.
            if (report.Problems.Count == 0 || optional is null) report.HasChanges.ShouldBeFalse($"{kind} without {optional} {record}");
        }

        (await world.DumpAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("accounts", """{"id":"A3","organisation":"O1","parent":"A2","number":"700003"}""", "name ColumnMissing")]
    [InlineData("accounts", """{"id":"A3","organisation":"O1","parent":"A2","number":"700003","name":""}""", "name Required")]
    [InlineData("accounts", """{"id":"A3","organisation":"O1","parent":"A2","number":"700003","name":"Åsen","colour":"red"}""", "colour ColumnUnknown")]
    [InlineData("accounts", """{"id":"A3","organisation":"O1","parent":"A2","number":"700003","name":{"sv":"Åsen"}}""", "name RecordNotValue")]
    [InlineData("accounts", """{"id":"A3","organisation":"O1","parent":"A2","number":"700003","name":[["Åsen"]]}""", "name RecordNotValue")]
    [InlineData("accounts", """{"id":"A9","organisation":"O1","parent":"A2","number":"700003","name":"Åsen"}""", "number Taken")]
    [InlineData("accounts", """{"id":"A9","organisation":"O1","parent":"A8","number":"700009","name":"Åsen"}""", "parent Reference")]
    [InlineData("accounts", """{"id":"A3","organisation":"O1","parent":"A2","number":"700003","name":"Åsen\nAnnat"}""", "name ControlCharacter")]
    [InlineData("accounts", """{"id":"A3\ud800","organisation":"O1","number":"700003","name":"Åsen"}""", " RecordNotValue")]
    [InlineData("documents", """{"organisation":"O1","invoice":"I1","file":"F.pdf","content":"***"}""", " RecordNotValue")]
    [InlineData("documents", """{"organisation":"O1","invoice":"I1","file":"F.pdf"}""", "file DocumentMissing")]
    [InlineData("accounts", """["A3"]""", " RecordNotObject")]
    public async Task What_is_wrong_is_told_by_its_property_and_changes_nothing(string kind, string record, string problem)
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        var before = await world.DumpAsync();
        await using var integration = new TestScope(world.Database, caller: TestScope.Operator("integration"));
        var found = (await integration.SendAsync(new StoreRecord(kind, Json(record)))).Problems.ShouldHaveSingleItem();
        $"{found.Column} {found.Code}".ShouldBe(problem);
        (await world.DumpAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_broken_off_record_is_not_taken_for_done_and_leaves_no_trace_of_a_load()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        var loads = await world.AskAsync<int>("SELECT COUNT(*) FROM ImportRun");
        await using var integration = new TestScope(world.Database, caller: TestScope.Operator("integration"));
        foreach (var name in new[] { "Åsen", "Ås", "Åsen" })
            (await integration.SendAsync(new StoreRecord("accounts", Json($$"""{"id":"A3","organisation":"O1","parent":"A2","number":"700003","name":"{{name}}"}""")))).Files[0].Changed.ShouldBe(1, name);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM ImportRun")).ShouldBe(loads);
    }

    [Fact]
    public async Task An_id_is_the_same_however_its_letters_are_composed()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        await using var integration = new TestScope(world.Database, caller: TestScope.Operator("integration"));
        string Account(string id) => $$"""{"id":"{{id}}","organisation":"O1","parent":"A2","number":"700008","name":"Årsta"}""";
        (await integration.SendAsync(new StoreRecord("accounts", Json(Account("\u00C51"))))).Files[0].Added.ShouldBe(1);
        (await integration.SendAsync(new StoreRecord("accounts", Json(Account("A\u030A1"))))).HasChanges.ShouldBeFalse();
    }

    [Fact]
    public async Task A_kind_that_there_is_not_is_not_found()
    {
        await using var world = new ImportWorld(_engine);
        await using var integration = new TestScope(world.Database, caller: TestScope.Operator("integration"));
        await Should.ThrowAsync<NotFoundException>(() => integration.SendAsync(new StoreRecord("tariffs", Json("{}"))));
        await Should.ThrowAsync<ForbiddenException>(() => world.Scope.SendAsync(new StoreRecord("accounts", Json("{}"))));
    }

    // Each record without all that it need not have, and without one such field at a time.
    private static async Task<List<(string Kind, JsonElement Record, string? LeftOut)>> PartialsAsync(ImportWorld world)
    {
        await using var scope = world.Scope.Services.CreateAsyncScope();
        var kinds = scope.ServiceProvider.GetServices<IImportFile>().ToDictionary(kind => kind.Name, kind => kind.Columns.Where(column => !column.IsRequired).Select(column => column.Name).ToHashSet());
        var partials = new List<(string, JsonElement, string?)>();
        foreach (var (kind, record) in (await RecordsAsync(world)).Where(pair => pair.Kind is not (Kinds.Usage or Kinds.Monitoring or Kinds.Documents)).DistinctBy(pair => (pair.Kind, Shape(pair.Record))))
        {
            var fields = record.EnumerateObject().ToDictionary(field => field.Name, field => field.Value);
            JsonElement Without(Func<string, bool> left) => JsonSerializer.SerializeToElement(fields.Where(field => !left(field.Key)).ToDictionary());
            partials.Add((kind, Without(kinds[kind].Contains), "all"));
            partials.AddRange(fields.Keys.Where(kinds[kind].Contains).Select(name => (kind, Without(left => left == name), (string?)name)));
        }

        return partials;
    }

    // Which fields have something in them.
    private static string Shape(JsonElement record) => string.Concat(record.EnumerateObject().Select(field => field.Value.ValueKind == JsonValueKind.Null ? '0' : '1'));

    // The rows of the sample as records, in the order that they can be loaded; of accounts the upper ones first.
    private static async Task<List<(string Kind, JsonElement Record)>> RecordsAsync(ImportWorld world)
    {
        await using var scope = world.Scope.Services.CreateAsyncScope();
        var records = new List<(string, JsonElement)>();
        foreach (var kind in scope.ServiceProvider.GetServices<IImportFile>())
        {
            if (kind.Extension == ImportSources.GeoJson)
            {
                using var features = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(ImportWorld.Samples, kind.FileName)));
                records.AddRange(features.RootElement.GetProperty("features").EnumerateArray().Select(feature => (kind.Name, feature.Clone())));
                continue;
            }

            using var csv = new CsvRows(() => File.OpenRead(Path.Combine(ImportWorld.Samples, kind.Name + ".csv")));
            csv.Read();
            var names = Enumerable.Range(0, csv.Count).Select(i => csv[i]).ToList();
            var rows = new List<Dictionary<string, object?>>();
            while (csv.Read()) rows.Add(WithContent(kind.Name, names.Select((name, i) => (name, csv[i])).ToDictionary(field => field.name, field => ValueOf(kind.Columns.Single(column => column.Name == field.name), field.Item2))));
            records.AddRange(rows.OrderBy(row => kind.Name == Kinds.Accounts ? Depth(rows, row) : 0).Select(row => (kind.Name, JsonSerializer.SerializeToElement(row))));
        }

        return records;
    }

    // A document comes in the record itself.
    private static Dictionary<string, object?> WithContent(string kind, Dictionary<string, object?> row)
    {
        if (kind == Kinds.Documents) row["content"] = Convert.ToBase64String(File.ReadAllBytes(Path.Combine(ImportWorld.Samples, (string)row["file"]!)));
        return row;
    }

    private static object? ValueOf(ImportColumn column, string text) => text.Length == 0 ? null : column.Type.StartsWith("list", StringComparison.Ordinal) ? text.Split('|') : text;

    private static int Depth(List<Dictionary<string, object?>> rows, Dictionary<string, object?> row) =>
        row["parent"] is string parent ? 1 + Depth(rows, rows.Single(above => (string?)above["id"] == parent && (string?)above["organisation"] == (string?)row["organisation"])) : 0;

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();
}

public sealed class StoreRecordOnSqlite() : StoreRecordTests(DatabaseEngine.Sqlite);

public sealed class StoreRecordOnSqlServer() : StoreRecordTests(DatabaseEngine.SqlServer);
