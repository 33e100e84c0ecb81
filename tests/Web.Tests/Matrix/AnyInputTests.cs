using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Connect.TestKit;

namespace Connect.Web.Tests.Matrix;

/// <summary>
/// Whatever is sent to whichever door is answered by 2xx, 3xx or 4xx, never by a failure, and never with rows that are not the caller's.
/// The doors are those of the matrix, which a test holds complete; their fields are found by <see cref="InputNames"/>.
/// </summary>
public sealed class AnyInputTests(MatrixFixture fixture) : IClassFixture<MatrixFixture>
{
    public static IEnumerable<TheoryDataRow<string>> Rows => MatrixTable.Rows.Select(row => new TheoryDataRow<string>(row.Name));

    public static IEnumerable<TheoryDataRow<string>> RowsThatChange => MatrixTable.Rows.Where(row => row.Method is "POST" or "DELETE").Select(row => new TheoryDataRow<string>(row.Name));

    public static IEnumerable<TheoryDataRow<string>> RowsOfLists =>
        MatrixTable.Rows.Where(row => row.Route is "/services" or "/api/v1/services" or "/reports/exports" || row.Route.Contains("{list}", StringComparison.Ordinal)).Select(row => new TheoryDataRow<string>(row.Name));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Any_address_is_answered(string name)
    {
        var (row, visitor) = await BeginAsync(name);
        // NUL in a path comes no further than Kestrel, which answers 400; the server of these tests throws at whoever sends it.
        foreach (var part in EvilInput.Encoded.Where(value => value.Length > 0 && value != "%00"))
            await AnsweredAsync(visitor, row, Visitor.Address(row, _ => part));
        foreach (var field in await InputNames.OfQueryAsync(fixture.Portal.Services, row))
            foreach (var value in EvilInput.Encoded)
                await AnsweredAsync(visitor, row, With(await AddressAsync(row, visitor), $"{field}={value}"));
    }

    [Theory]
    [MemberData(nameof(RowsOfLists))]
    public async Task Any_state_of_a_list_is_answered(string name)
    {
        var (row, visitor) = await BeginAsync(name);
        foreach (var query in EvilInput.Lists) await AnsweredAsync(visitor, row, With(await AddressAsync(row, visitor), query));
    }

    [Theory]
    [MemberData(nameof(RowsThatChange))]
    public async Task Any_form_or_body_is_answered(string name)
    {
        var (row, visitor) = await BeginAsync(name);
        var address = await AddressAsync(row, visitor);
        var bodies = row.IsApi ? await JsonBodiesAsync(row) : await FormsAsync(row);
        foreach (var (text, type) in bodies) await AnsweredAsync(visitor, row, address, text, type);
        foreach (var text in EvilInput.Bodies) await AnsweredAsync(visitor, row, address, text, row.IsApi ? "application/json" : "application/x-www-form-urlencoded");
        foreach (var type in EvilInput.Types) await AnsweredAsync(visitor, row, address, "{}", type);
    }

    [Fact]
    public async Task The_fields_of_pages_and_bodies_are_found()
    {
        var services = fixture.Portal.Services;
        (await InputNames.OfFormAsync(services, MatrixTable.Row("POST /services/{id:guid}/replace-sim"))).ShouldContain("Input.Icc");
        (await InputNames.OfQueryAsync(services, MatrixTable.Row("GET /reports/{kind} at traffic"))).ShouldContain("calledNumbers", StringComparer.OrdinalIgnoreCase);
        (await InputNames.OfBodyAsync(fixture.Portal, MatrixTable.Row("POST /api/v1/services/{id:guid}/sim-replacements"))).ShouldBe(["address", "email", "icc", "way"]);
        (await InputNames.OfBodyAsync(fixture.Portal, MatrixTable.Row("POST /api/v1/operator/callbacks"))).ShouldContain("activationCode");
    }

    private async Task<(MatrixRow Row, Visitor Visitor)> BeginAsync(string name)
    {
        var row = MatrixTable.Row(name);
        // A list that there is: behind one that there is not nothing is read.
        if (row.Route.Contains("{list}", StringComparison.Ordinal)) row = row.At("services");
        return (row, await fixture.World.VisitorAsync("any input " + name, fixture.World.Middle, World.AllRights));
    }

    private async Task<string> AddressAsync(MatrixRow row, Visitor visitor)
    {
        var subject = await fixture.World.SubjectAsync(row.Subject, Place.Own, visitor);
        return Visitor.Address(row, part => Visitor.Part(row, part, subject));
    }

    private static async Task AnsweredAsync(Visitor visitor, MatrixRow row, string address, string? body = null, string? type = null)
    {
        HttpContent? content = body is null ? row.Method == "POST" && !row.IsApi ? new StringContent("", Encoding.UTF8, "application/x-www-form-urlencoded") : null : new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (type is not null) content!.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        var answer = await visitor.SendAsync(row, address, content);
        var shown = $"{row.Method} {Short(address)} {type} {Short(body ?? "")}";
        ((int)answer.Status).ShouldBeLessThan(500, shown);
        answer.Body.ShouldNotContain(MatrixWorld.Canary, Case.Insensitive, shown);
    }

    private async Task<IEnumerable<(string, string)>> FormsAsync(MatrixRow row)
    {
        const string form = "application/x-www-form-urlencoded";
        var known = row.Form.ToDictionary(field => field.Key, field => Uri.EscapeDataString(field.Value));
        var names = (await InputNames.OfFormAsync(fixture.Portal.Services, row)).Union(known.Keys).Append("RequestId").ToList();
        var one = names.SelectMany(name => EvilInput.Encoded.Select(value => (Written([.. known.Where(field => field.Key != name), new(name, value)]), form)));
        var twice = names.Select(name => ($"{name}=1&{name}=2&{name}[0]=3&{name}.x=4", form));
        var many = string.Join('&', Enumerable.Range(0, 3000).Select(i => $"a{i}=1"));
        return [.. one, .. twice, (many, form), (new string('k', 5000) + "=1", form)];
    }

    private async Task<IEnumerable<(string, string)>> JsonBodiesAsync(MatrixRow row)
    {
        var names = await InputNames.OfBodyAsync(fixture.Portal, row);
        var known = row.Body is null ? [] : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(row.Body.Replace("{id}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal))!;
        return names.SelectMany(name => EvilInput.Json.Select(value =>
            ("{" + string.Join(',', known.Where(field => field.Key != name).Select(field => $"\"{field.Key}\":{field.Value.GetRawText()}").Append($"\"{name}\":{value}")) + "}", "application/json")));
    }

    private static string Written(IEnumerable<KeyValuePair<string, string>> fields) => string.Join('&', fields.Select(field => $"{field.Key}={field.Value}"));

    private static string With(string address, string query) => address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + query;

    private static string Short(string text) => text.Length <= 200 ? text : text[..200] + $"… ({text.Length})";
}
