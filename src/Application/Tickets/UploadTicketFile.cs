using System.Security.Cryptography;
using System.Text;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Tickets;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Tickets;

/// <summary>
/// Receives a file that is to be attached to a ticket or an answer. It is read no further than the largest file may be: <c>FileTooLarge</c>; what its name and its
/// content do not both say to be of a kind that is taken: <c>FileType</c>; nothing in it: <c>FileEmpty</c>;
/// an archive that cannot be looked into or unpacks to too much: <c>FileArchive</c>; too many that are not sent yet: <c>FilesUnsent</c>. What is not sent within a day is removed.
/// </summary>
/// <param name="Content">Read once, to its end or as far as it may be.</param>
/// <param name="RequestId">Of the form: the same file of the same form is received once.</param>
[Requires(Right.ManageTickets)]
[OwnTransactions("A file takes longer to come than the write lock may be held.")]
public sealed record UploadTicketFile(string FileName, Stream Content, Guid RequestId) : ICommand<UploadedFile>
{
    public sealed class Validator : AbstractValidator<UploadTicketFile>
    {
        public Validator() => RuleFor(c => c.FileName).Must(name => AttachmentType.CleanName(name).Length > 0).WithErrorCode("FileType");
    }

    internal sealed class Handler(ITicketFiles files, TicketFileReader reader, ITransactions transactions, ICurrentUser user, TimeProvider clock) : IRequestHandler<UploadTicketFile, UploadedFile>
    {
        public async Task<UploadedFile> Handle(UploadTicketFile request, CancellationToken cancellationToken)
        {
            var name = AttachmentType.CleanName(request.FileName);
            if (await files.CountUploadsAsync(user.Id, cancellationToken) >= TicketOptions.MostUnsent) throw new InvalidInputException("Files", "FilesUnsent");
            var received = await reader.ReceiveAsync(name, request.Content, hash => IdOf(user.Id, request.RequestId, name, hash), cancellationToken);
            var isNew = await transactions.RunAsync(() => files.AddAsync(user.Reach, user.Id, received, clock.GetUtcNow(), cancellationToken), cancellationToken);
            if (!isNew) await reader.DropAsync(received, cancellationToken);
            return new(received.Id, received.FileName, received.Size);
        }

        // From what was sent, so that sending it twice is sending it once.
        private static Guid IdOf(Guid userId, Guid requestId, string name, byte[] hash)
        {
            byte[] all = [.. userId.ToByteArray(), .. requestId.ToByteArray(), .. Encoding.UTF8.GetBytes(name), .. hash];
            return new Guid(SHA256.HashData(all).AsSpan(0, 16));
        }
    }
}

/// <param name="Size">Bytes.</param>
public sealed record UploadedFile(Guid Id, string FileName, long Size);
