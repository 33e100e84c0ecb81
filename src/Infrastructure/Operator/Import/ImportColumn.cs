using System.Text.Json;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>What a field reads as, or what is wrong with it.</summary>
/// <param name="Value">As it is stored; null for an empty field.</param>
/// <param name="Problem">Code of a text in <c>Import.resx</c>; null when all is well.</param>
internal readonly record struct FieldValue(object? Value, string? Problem = null, params object[] Arguments);

/// <summary>Reads a field that is not empty.</summary>
internal delegate FieldValue FieldReader(string text);

/// <summary>One column of a file: how it is read, where it is stored, and what the documentation says of it.</summary>
/// <param name="Name">The name in the header; the JSON property of the integration API.</param>
/// <param name="Type">For people: <c>text, at most 200</c>.</param>
/// <param name="Description">For people: a sentence.</param>
internal sealed record ImportColumn(string Name, string Type, string Description, FieldReader Read)
{
    /// <summary>The column of the table, which for a list holds whether it has values; null when it is stored in a way of its own.</summary>
    public string? Stored { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Rows are told apart by it: an id or a number of the operator's.</summary>
    public bool IsId { get; init; }

    /// <summary>The kind of row that the value is an id of.</summary>
    public string? RefersTo { get; init; }

    /// <summary>Where a list is stored: one row a value.</summary>
    public ChildTable? Children { get; init; }

    /// <summary>Encrypted where it is stored.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Reads what is no plain value in a GeoJSON file; null for what is read as in a CSV file.</summary>
    public Func<JsonElement, FieldValue>? ReadJson { get; init; }

    public ImportColumn Required() => this with { IsRequired = true };

    public ImportColumn In(string stored) => this with { Stored = stored };

    public ImportColumn Secret() => this with { IsSecret = true };
}

/// <summary>A table with the values of a list column.</summary>
/// <param name="Owner">The column with the id of the row that the list belongs to.</param>
/// <param name="Columns">The columns of a value; the first is an id of <see cref="ImportColumn.RefersTo"/> when that is set.</param>
internal sealed record ChildTable(string Table, string Owner, params string[] Columns);
