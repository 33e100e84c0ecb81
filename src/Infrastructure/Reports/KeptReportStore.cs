using System.Data.Common;
using Connect.Application.Reports.Kept;
using Connect.Domain.Reports;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports;

internal sealed class KeptReportStore(DbSession db) : IKeptReports
{
    private const string Select = "SELECT k.Id, k.UserId, k.Kind, k.Name, k.Parameters, k.Every, k.Day, k.NextOn, k.TokenRights FROM KeptReport k";
    private static readonly Stmt SelectOwn = $"{Select} WHERE k.UserId = @userId ORDER BY k.Name, k.Id";
    private static readonly Stmt SelectOne = $"{Select} WHERE k.Id = @id";

    private static readonly Stmt Insert = """
        INSERT INTO KeptReport (Id, UserId, Kind, Name, Parameters, Every, Day, NextOn, TokenRights) VALUES (@Id, @UserId, @Kind, @Name, @Parameters, @Every, @Day, @NextOn, @TokenRights)
        """;

    private static readonly Stmt Update = "UPDATE KeptReport SET Name = @Name, Parameters = @Parameters, TokenRights = @TokenRights WHERE Id = @Id";
    private static readonly Stmt UpdateSchedule = "UPDATE KeptReport SET Every = @every, Day = @day, NextOn = @nextOn WHERE Id = @id";
    private static readonly Stmt UpdateNext = "UPDATE KeptReport SET NextOn = @next WHERE Id = @id AND NextOn = @due";
    private static readonly Stmt Delete = "DELETE FROM KeptReport WHERE Id = @id";

    public Task<IReadOnlyList<KeptReport>> ListAsync(Guid userId, CancellationToken cancellation) => db.ListAsync<KeptReport>(SelectOwn, new { userId }, cancellation);

    public Task<KeptReport?> FindAsync(Guid id, CancellationToken cancellation) => db.FirstOrDefaultAsync<KeptReport>(SelectOne, new { id }, cancellation);

    public Task<bool> AddAsync(KeptReport report, CancellationToken cancellation) => NamedAsync(Insert,
        new { report.Id, report.UserId, report.Kind, report.Name, report.Parameters, report.Every, report.Day, report.NextOn, report.TokenRights }, cancellation);

    public Task<bool> ChangeAsync(KeptReport report, CancellationToken cancellation) => NamedAsync(Update, new { report.Id, report.Name, report.Parameters, report.TokenRights }, cancellation);

    public Task ScheduleAsync(Guid id, ReportSchedule? schedule, DateOnly? nextOn, CancellationToken cancellation) =>
        db.ExecuteAsync(UpdateSchedule, new { id, every = schedule?.Every, day = schedule?.Day, nextOn }, cancellation);

    public async Task<bool> MoveOnAsync(Guid id, DateOnly due, DateOnly next, CancellationToken cancellation) =>
        await db.ExecuteAsync(UpdateNext, new { id, due, next }, cancellation) == 1;

    public Task RemoveAsync(Guid id, CancellationToken cancellation) => db.ExecuteAsync(Delete, new { id }, cancellation);

    // The index says which name is taken, also when two are kept at once.
    private async Task<bool> NamedAsync(Stmt statement, object values, CancellationToken cancellation)
    {
        try
        {
            await db.ExecuteAsync(statement, values, cancellation);
            return true;
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            return false;
        }
    }
}
