namespace Connect.Application.Views;

/// <summary>Named views of lists as they stand in the database.</summary>
public interface ISavedViews
{
    /// <summary>The user's own and those shared in the organisation, by name.</summary>
    Task<IReadOnlyList<SavedView>> ListAsync(Guid organisationId, Guid userId, string list, CancellationToken cancellation);

    /// <summary>Adds it, or puts it in the place of the user's view of that id.</summary>
    /// <returns>False when the user has another view of the list by that name, upper and lower case alike.</returns>
    Task<bool> SaveAsync(NewView view, CancellationToken cancellation);

    /// <returns>False when the user has another view of the list by that name.</returns>
    Task<bool> RenameAsync(Guid id, string name, CancellationToken cancellation);

    /// <summary>Shares it with the organisation or no longer; who else had the list open with it then has it as it comes.</summary>
    Task ShareAsync(Guid id, bool isShared, CancellationToken cancellation);

    Task RemoveAsync(Guid id, CancellationToken cancellation);

    /// <param name="viewId">The view that the user's list opens with; null for the list as it comes.</param>
    Task StartWithAsync(Guid userId, string list, Guid? viewId, CancellationToken cancellation);
}

public sealed record NewView
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Guid UserId { get; init; }

    /// <summary>The list's name.</summary>
    public required string List { get; init; }

    public required string Name { get; init; }
    public required string Query { get; init; }
    public required bool IsShared { get; init; }
    public required DateTimeOffset At { get; init; }
}
