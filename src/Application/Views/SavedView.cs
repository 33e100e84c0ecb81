namespace Connect.Application.Views;

/// <summary>A view of a list that a user has named: its columns, filters, order and number of rows.</summary>
public sealed record SavedView
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The list's query string: empty, or <c>?…</c>.</summary>
    public required string Query { get; init; }

    /// <summary>Everyone in the organisation who sees the list has it.</summary>
    public required bool IsShared { get; init; }

    /// <summary>The reader saved it.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>The reader's list opens with it.</summary>
    public required bool IsStart { get; init; }

    /// <summary>Name of the one who saved it.</summary>
    public required string Owner { get; init; }
}
