using System.Data.Common;
using Connect.Application.Common.Errors;
using Connect.Application.Views;

namespace Connect.Infrastructure.Persistence.Views;

internal sealed class SavedViewStore(DbSession db) : ISavedViews
{
    private static readonly Stmt SelectViews = """
        SELECT v.Id, v.Name, v.Query, v.IsShared, CASE WHEN v.UserId = @userId THEN 1 ELSE 0 END AS IsOwn, CASE WHEN s.ViewId IS NULL THEN 0 ELSE 1 END AS IsStart, p.Name AS Owner
        FROM SavedView v
        JOIN PortalUser u ON u.Id = v.UserId
        JOIN ContactPerson p ON p.Id = u.ContactPersonId
        LEFT JOIN StartView s ON s.UserId = @userId AND s.List = @list AND s.ViewId = v.Id
        WHERE v.OrganisationId = @organisationId AND v.List = @list AND (v.UserId = @userId OR v.IsShared = 1 AND u.IsActive = 1)
        ORDER BY v.Name, v.Id
        """;

    private static readonly Stmt UpdateView = "UPDATE SavedView SET Name = @Name, Query = @Query, IsShared = @IsShared, SavedAt = @At WHERE Id = @Id";

    private static readonly Stmt UpdateName = "UPDATE SavedView SET Name = @name WHERE Id = @id";
    private static readonly Stmt UpdateShared = "UPDATE SavedView SET IsShared = @isShared WHERE Id = @id";

    // Others had it open while it was shared.
    private static readonly Stmt DeleteOthersStart = "DELETE FROM StartView WHERE ViewId = @id AND UserId <> (SELECT v.UserId FROM SavedView v WHERE v.Id = @id)";
    private static readonly Stmt DeleteView = "DELETE FROM SavedView WHERE Id = @id";
    private static readonly Stmt DeleteStart = "DELETE FROM StartView WHERE UserId = @userId AND List = @list";

    public Task<IReadOnlyList<SavedView>> ListAsync(Guid organisationId, Guid userId, string list, CancellationToken cancellation) =>
        db.ListAsync<SavedView>(SelectViews, new { organisationId, userId, list }, cancellation);

    public async Task<bool> SaveAsync(NewView view, CancellationToken cancellation)
    {
        try
        {
            if (await db.ExecuteAsync(UpdateView, view, cancellation) == 0)
                await db.InsertManyAsync("SavedView", ["Id", "OrganisationId", "UserId", "List", "Name", "Query", "IsShared", "SavedAt"],
                    [[view.Id, view.OrganisationId, view.UserId, view.List, view.Name, view.Query, view.IsShared, view.At]], cancellation);
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            return false;
        }

        if (!view.IsShared) await db.ExecuteAsync(DeleteOthersStart, new { id = view.Id }, cancellation);
        return true;
    }

    public async Task<bool> RenameAsync(Guid id, string name, CancellationToken cancellation)
    {
        try
        {
            await db.ExecuteAsync(UpdateName, new { id, name }, cancellation);
            return true;
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            return false;
        }
    }

    public async Task ShareAsync(Guid id, bool isShared, CancellationToken cancellation)
    {
        await db.ExecuteAsync(UpdateShared, new { id, isShared }, cancellation);
        if (!isShared) await db.ExecuteAsync(DeleteOthersStart, new { id }, cancellation);
    }

    public Task RemoveAsync(Guid id, CancellationToken cancellation) => db.ExecuteAsync(DeleteView, new { id }, cancellation);

    public async Task StartWithAsync(Guid userId, string list, Guid? viewId, CancellationToken cancellation)
    {
        await db.ExecuteAsync(DeleteStart, new { userId, list }, cancellation);
        if (viewId is null) return;
        try
        {
            await db.InsertManyAsync("StartView", ["UserId", "List", "ViewId"], [[userId, list, viewId]], cancellation);
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            // The same user in another window.
            throw new ConflictException();
        }
    }
}
