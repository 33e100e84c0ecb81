using Connect.Domain.Users;

namespace Connect.Application.Tickets;

/// <summary>What is attached to tickets. The content lies in the file store.</summary>
public interface ITicketFiles
{
    /// <summary>Files that the user has uploaded and not sent yet, those of the ids that there are.</summary>
    Task<IReadOnlyList<TicketFile>> FindUploadsAsync(AccountReach reach, Guid userId, IReadOnlyList<Guid> ids, CancellationToken cancellation);

    /// <summary>How many files of the user are not sent yet.</summary>
    Task<int> CountUploadsAsync(Guid userId, CancellationToken cancellation);

    /// <summary>A file of a ticket within the reach, or null.</summary>
    Task<TicketFile?> FindAsync(AccountReach reach, string number, Guid id, CancellationToken cancellation);

    /// <summary>A file of any ticket, for the operator's systems.</summary>
    Task<TicketFile?> FindForOperatorAsync(string number, Guid id, CancellationToken cancellation);

    /// <summary>Writes down what has been received.</summary>
    /// <returns>False when it is there already: received twice, it is there once.</returns>
    Task<bool> AddAsync(AccountReach reach, Guid userId, TicketFile file, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Puts uploads of the user to a message.</summary>
    /// <returns>How many there were.</returns>
    Task<int> AttachAsync(Guid userId, Guid ticketId, Guid messageId, IReadOnlyList<Guid> ids, CancellationToken cancellation);
}

/// <summary>A file of a ticket.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Key">In the file store.</param>
public sealed record TicketFile(Guid Id, string FileName, string ContentType, long Size, string Key);

/// <summary>What may be attached: settings <c>Tickets:*</c>.</summary>
public sealed record TicketOptions
{
    /// <summary>Bytes of one file.</summary>
    public int MostMegabytes { get; init; } = 10;

    /// <summary>Files of one message.</summary>
    public const int MostFiles = 5;

    /// <summary>Files of a user that are not sent yet.</summary>
    public const int MostUnsent = 30;

    /// <summary>Of what an archive or a document unpacks to, together.</summary>
    public long MostUnpacked => 20 * MostBytes;

    public long MostBytes => MostMegabytes * 1024L * 1024;
}
