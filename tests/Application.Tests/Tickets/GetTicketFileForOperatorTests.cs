using Connect.Application.Common.Errors;
using Connect.Application.Tickets;
using NSubstitute;

namespace Connect.Application.Tests.Tickets;

public sealed class GetTicketFileForOperatorTests
{
    [Fact]
    public async Task The_operator_gets_what_the_ticket_has_and_nothing_else()
    {
        var (files, store, file) = (Substitute.For<ITicketFiles>(), new UploadTicketFileTests.Store(), new TicketFile(Guid.CreateVersion7(), "a.pdf", "application/pdf", 3, "tickets/1"));
        files.FindForOperatorAsync("100001", file.Id, Arg.Any<CancellationToken>()).Returns(file);
        store.Files["tickets/1"] = [1, 2, 3];
        var handler = new GetTicketFileForOperator.Handler(files, store);
        (await handler.Handle(new("100001", file.Id), default)).FileName.ShouldBe("a.pdf");
        await Should.ThrowAsync<NotFoundException>(() => handler.Handle(new("100002", file.Id), default));
    }
}
