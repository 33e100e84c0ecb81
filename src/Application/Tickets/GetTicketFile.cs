using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Tickets;

/// <summary>A file that is attached to a ticket within the reach.</summary>
[Requires(Right.ManageTickets)]
public sealed record GetTicketFile(string Number, Guid FileId) : IQuery<OpenedFile>
{
    internal sealed class Handler(ITicketFiles files, IFileStore store, ICurrentUser user) : IRequestHandler<GetTicketFile, OpenedFile>
    {
        public async Task<OpenedFile> Handle(GetTicketFile request, CancellationToken cancellationToken) =>
            await OpenedFile.OfAsync(store, await files.FindAsync(user.Reach, request.Number, request.FileId, cancellationToken), cancellationToken);
    }
}

/// <summary>The same for the operator's systems, which get news of a ticket with the ids of its files.</summary>
[OperatorOnly("integration")]
public sealed record GetTicketFileForOperator(string Number, Guid FileId) : IQuery<OpenedFile>
{
    internal sealed class Handler(ITicketFiles files, IFileStore store) : IRequestHandler<GetTicketFileForOperator, OpenedFile>
    {
        public async Task<OpenedFile> Handle(GetTicketFileForOperator request, CancellationToken cancellationToken) =>
            await OpenedFile.OfAsync(store, await files.FindForOperatorAsync(request.Number, request.FileId, cancellationToken), cancellationToken);
    }
}

/// <summary>A file's content with how it is given out: as a download, never shown.</summary>
public sealed record OpenedFile(Stream Content, string FileName, string ContentType)
{
    /// <exception cref="NotFoundException">There is no such file, or it is gone from the store.</exception>
    internal static async Task<OpenedFile> OfAsync(IFileStore store, TicketFile? file, CancellationToken cancellation) =>
        file is not null && await store.OpenAsync(file.Key, cancellation) is { } content ? new(content, file.FileName, file.ContentType) : throw new NotFoundException();
}
