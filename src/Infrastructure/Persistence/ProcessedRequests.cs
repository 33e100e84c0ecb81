using Connect.Application.Common.Ports;

namespace Connect.Infrastructure.Persistence;

internal sealed class ProcessedRequests(DbSession db) : IProcessedRequests
{
    private static readonly Stmt Select = "SELECT Action, ContentHash, Result FROM ProcessedRequest WHERE CallerKey = @caller AND RequestId = @requestId";

    private static readonly Stmt Insert = """
        INSERT INTO ProcessedRequest (CallerKey, RequestId, Action, ContentHash, Result, At)
        VALUES (@caller, @requestId, @Action, @ContentHash, @Result, @at)
        """;

    public Task<ProcessedRequest?> FindAsync(string caller, Guid requestId, CancellationToken cancellation) =>
        db.FirstOrDefaultAsync<ProcessedRequest>(Select, new { caller, requestId }, cancellation);

    public Task AddAsync(string caller, Guid requestId, ProcessedRequest request, DateTimeOffset at, CancellationToken cancellation) =>
        db.ExecuteAsync(Insert, new { caller, requestId, request.Action, request.ContentHash, request.Result, at }, cancellation);
}
