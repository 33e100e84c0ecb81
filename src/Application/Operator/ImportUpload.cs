using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using MediatR;

namespace Connect.Application.Operator;

/// <summary>
/// Loads a zip of the operator's files while it is being sent: <see cref="ImportData"/> for who is somewhere else. Nothing of it is read
/// before it is known that the sender may load. One at a time: <c>ImportRunning</c>.
/// </summary>
/// <param name="Zip">The zip as it comes in, read once.</param>
[OperatorOnly(OperatorScopes.Import)]
[Audited]
public sealed record ImportUpload(Stream Zip) : ILongCommand<ImportReport>
{
    internal sealed class Handler(IImporter importer, IImportUploads uploads) : IRequestHandler<ImportUpload, ImportReport>
    {
        public async Task<ImportReport> Handle(ImportUpload command, CancellationToken cancellation)
        {
            await using var upload = await uploads.ReceiveAsync(command.Zip, cancellation);
            return await importer.RunAsync(upload, null, cancellation);
        }
    }
}

/// <summary>Keeps a zip while it is loaded.</summary>
public interface IImportUploads
{
    /// <exception cref="ConflictException">Another is being loaded.</exception>
    Task<IImportUpload> ReceiveAsync(Stream zip, CancellationToken cancellation);
}

/// <summary>A zip that came in; gone when it is disposed.</summary>
public interface IImportUpload : IImportSource, IAsyncDisposable;
