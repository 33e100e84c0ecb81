using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using MediatR;

namespace Connect.Application.Operator;

/// <summary>
/// OPS 2: one record of any kind that can be loaded, checked and written as a row of its file would be: known again by the operator's own id, so that
/// sending it again changes nothing. What is left out of a known record stays as it is; null empties it.
/// </summary>
/// <param name="Kind">Name of the file without <c>.csv</c>: <c>accounts</c>.</param>
/// <param name="Record">An object whose properties are called as the columns of the file; lists are arrays.</param>
/// <exception cref="NotFoundException">There is no such kind.</exception>
/// <exception cref="ConflictException">The same record is being written by another call (<c>RecordBusy</c>).</exception>
[OperatorOnly(OperatorScopes.Integration)]
[Audited]
public sealed record StoreRecord(string Kind, JsonElement Record) : ILongCommand<ImportReport>
{
    internal sealed class Handler(IRecordStore store) : IRequestHandler<StoreRecord, ImportReport>
    {
        public Task<ImportReport> Handle(StoreRecord command, CancellationToken cancellation) => store.StoreAsync(command.Kind, command.Record, cancellation);
    }
}

/// <summary>Writes single records by the rules of the import.</summary>
public interface IRecordStore
{
    /// <inheritdoc cref="StoreRecord"/>
    Task<ImportReport> StoreAsync(string kind, JsonElement record, CancellationToken cancellation);
}
