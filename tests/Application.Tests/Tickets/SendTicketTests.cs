using System.Text.Json;
using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Application.Tests.Common;
using Connect.Application.Tickets;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Tickets;

[Covers("OPS-3", "a ticket's news go out under one key, and their answers")]
public sealed class SendTicketTests
{
    private readonly Guid _message = Guid.CreateVersion7();
    private readonly TicketScene _scene = new();
    private readonly IOperatorGateway _gateway = Substitute.For<IOperatorGateway>();
    private readonly ITicketRequests _requests = Substitute.For<ITicketRequests>();

    public SendTicketTests() => _requests.MakeAsync(_scene.Ticket, TicketNews.Created, Arg.Any<Guid?>(), Arg.Any<CancellationToken>()).Returns(new TicketRequest
    {
        News = TicketNews.Created, TicketId = _scene.Ticket.Id, TicketNumber = "100001", Type = default, State = default, Title = "Tyst", Organisation = "O", Account = "A",
    });

    [Fact]
    public async Task It_is_sent_under_the_key_of_its_work_and_keeps_the_operators_id()
    {
        Answer(new GatewayAnswer.Accepted("OP-7"));
        await Work().RunAsync(Due(), default);
        await _gateway.Received(1).TicketAsync(Arg.Is<TicketRequest>(request => request.IdempotencyKey == "tickets.send/key" && request.At == Scene.Now), Arg.Any<CancellationToken>());
        await _scene.Tickets.Received(1).GiveIdAsync(_scene.Ticket.Id, "OP-7", Arg.Any<CancellationToken>());
        await _scene.Tickets.Received(1).GiveMessageIdAsync(_message, "OP-7", Arg.Any<CancellationToken>());
        _scene.Saved.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_reference_to_an_answer_is_the_answers()
    {
        _requests.MakeAsync(_scene.Ticket, TicketNews.Answered, Arg.Any<Guid?>(), Arg.Any<CancellationToken>()).Returns(new TicketRequest
        {
            News = TicketNews.Answered, TicketId = _scene.Ticket.Id, TicketNumber = "100001", Type = default, State = default, Title = "Tyst", Organisation = "O", Account = "A",
        });
        Answer(new GatewayAnswer.Done("M-7"));
        await Work().RunAsync(Due(TicketNews.Answered), default);
        await _scene.Tickets.Received(1).GiveMessageIdAsync(_message, "M-7", Arg.Any<CancellationToken>());
        await _scene.Tickets.DidNotReceiveWithAnyArgs().GiveIdAsync(default, default!, default);
    }

    [Fact]
    public async Task What_is_taken_at_last_is_no_problem_any_more()
    {
        _scene.Ticket.NotSent("@NoAnswer");
        Answer(new GatewayAnswer.Done());
        await Work().RunAsync(Due(), default);
        _scene.Saved.ShouldHaveSingleItem().Data.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task A_time_out_is_tried_again_and_a_refusal_is_not()
    {
        Answer(new GatewayAnswer.Unknown("time-out"));
        await Should.ThrowAsync<GatewayUnavailableException>(() => Work().RunAsync(Due(), default));
        Answer(new GatewayAnswer.Rejected(null));
        (await Should.ThrowAsync<WorkRejectedException>(() => Work().RunAsync(Due(), default))).Message.ShouldBe(OwnReasons.Refused);
        _scene.Saved.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Okänd kund", "Okänd kund")]
    [InlineData(null, OwnReasons.NoAnswer)]
    public async Task What_is_given_up_is_told_on_the_ticket(string? refusal, string told)
    {
        await Work().GiveUpAsync(Due(), refusal, default);
        _scene.Saved.ShouldHaveSingleItem().Data.Problem.ShouldBe(told);
    }

    private SendTicket Work() => new(_scene.Tickets, _requests, _gateway, new Scene.Transactions());

    private DueWork Due(TicketNews news = TicketNews.Created) => new(Guid.CreateVersion7(), SendTicket.KindName, _scene.Ticket.Id,
        JsonSerializer.Serialize(new ToldTicket(news, _message, Scene.Now), JsonSerializerOptions.Web), "tickets.send/key", 1);

    private void Answer(GatewayAnswer answer) => _gateway.TicketAsync(Arg.Any<TicketRequest>(), Arg.Any<CancellationToken>()).Returns(answer);
}
