using Connect.Application.Common.Errors;
using Connect.Application.Tests.Common;
using Connect.Application.Tickets;
using NSubstitute;

namespace Connect.Application.Tests.Tickets;

public sealed class GetTicketFileTests
{
    private readonly ITicketFiles _files = Substitute.For<ITicketFiles>();
    private readonly UploadTicketFileTests.Store _store = new();
    private readonly TicketFile _file = new(Guid.CreateVersion7(), "a.pdf", "application/pdf", 3, "tickets/1");

    public GetTicketFileTests() => _files.FindAsync(Scene.Reach, "100001", _file.Id, Arg.Any<CancellationToken>()).Returns(_file);

    [Fact]
    public async Task It_is_opened_with_its_name_and_type()
    {
        _store.Files["tickets/1"] = [1, 2, 3];
        await using var content = (await SendAsync("100001")).Content;
        content.Length.ShouldBe(3);
    }

    [Fact]
    public async Task Of_a_ticket_outside_the_reach_or_gone_from_the_store_it_is_not_there()
    {
        await Should.ThrowAsync<NotFoundException>(() => SendAsync("999999"));
        await Should.ThrowAsync<NotFoundException>(() => SendAsync("100001"));
    }

    private Task<OpenedFile> SendAsync(string number) => new GetTicketFile.Handler(_files, _store, Scene.Caller()).Handle(new GetTicketFile(number, _file.Id), default);
}
