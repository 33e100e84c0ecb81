using System.Text.Json;
using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Application.Tickets;
using Connect.Domain.Tickets;
using Connect.Infrastructure.Operator;
using Connect.TestKit;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Connect.Infrastructure.Tests.Operator;

public sealed class SimulatedOperatorTests
{
    private static readonly Guid Ticket = Guid.CreateVersion7();
    private readonly IWorkQueue _work = Substitute.For<IWorkQueue>();
    private readonly List<SupportStep> _expected = [];

    public SimulatedOperatorTests() =>
        _work.EnqueueAsync(Arg.Do<NewWork>(work => _expected.Add(JsonSerializer.Deserialize<SupportStep>(work.Payload!))), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);

    [Fact]
    public async Task A_new_ticket_is_taken_up_and_an_answer_thanked_for()
    {
        Waiting();
        await TellAsync(TicketNews.Created);
        Waiting(SupportStep.Solve);
        await TellAsync(TicketNews.Answered);
        _expected.ShouldBe([SupportStep.TakeUp, SupportStep.Thank]);
        await _work.Received().CancelAsync(SimulatedSupport.KindName, Ticket, Arg.Any<CancellationToken>());
    }

    [Theory]
    [InlineData(nameof(SupportStep.TakeUp))]
    [InlineData(nameof(SupportStep.Thank))]
    public async Task What_is_written_before_the_supports_word_is_answered_by_that_word(string coming)
    {
        Waiting(Enum.Parse<SupportStep>(coming));
        await TellAsync(TicketNews.Answered);
        _expected.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_closed_ticket_no_word_comes()
    {
        Waiting(SupportStep.TakeUp);
        await TellAsync(TicketNews.Closed);
        _expected.ShouldBeEmpty();
        await _work.Received().CancelAsync(SimulatedSupport.KindName, Ticket, Arg.Any<CancellationToken>());
    }

    private void Waiting(params SupportStep[] steps) => _work.WaitingAsync(SimulatedSupport.KindName, Ticket, Arg.Any<CancellationToken>())
        .Returns([.. steps.Select(step => new WaitingWork(Guid.CreateVersion7(), JsonSerializer.Serialize(step)))]);

    private async Task TellAsync(TicketNews news)
    {
        var transactions = Substitute.For<ITransactions>();
        transactions.RunAsync(Arg.Any<Func<Task<GatewayAnswer>>>(), Arg.Any<CancellationToken>()).Returns(call => call.Arg<Func<Task<GatewayAnswer>>>()());
        var support = new SimulatedOperator(_work, Substitute.For<IOrderRepository>(), transactions, new SimulatorOptions(), new FakeTimeProvider(World.Now));
        var answer = await support.TicketAsync(new()
        {
            IdempotencyKey = $"{Guid.CreateVersion7():N}", News = news, TicketId = Ticket, TicketNumber = "100001", Type = TicketType.Support, State = TicketState.New, Title = "Tyst", Organisation = "ORG", Account = "A",
        }, default);
        answer.ShouldBeOfType<GatewayAnswer.Accepted>();
    }
}
