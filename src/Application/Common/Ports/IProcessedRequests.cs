namespace Connect.Application.Common.Ports;

/// <summary>Remembers which requests were carried out, so that a double click or a resend is answered and not repeated.</summary>
public interface IProcessedRequests
{
    /// <summary>The first answer's content hash and result, or null when the id is new. Runs in the command's transaction.</summary>
    Task<ProcessedRequest?> FindAsync(string caller, Guid requestId, CancellationToken cancellation);

    Task AddAsync(string caller, Guid requestId, ProcessedRequest request, DateTimeOffset at, CancellationToken cancellation);
}

/// <param name="Action">The message's type name.</param>
/// <param name="ContentHash">SHA-256 of the message as JSON.</param>
/// <param name="Result">The first answer as JSON.</param>
public sealed record ProcessedRequest(string Action, string ContentHash, string Result);
