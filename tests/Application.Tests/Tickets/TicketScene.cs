using Connect.Application.Accounts;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Application.Tickets;
using Connect.Domain.Accounts;
using Connect.Domain.Subscriptions;
using Connect.Domain.Tickets;
using Connect.Domain.Users;
using NSubstitute;

namespace Connect.Application.Tests.Tickets;

/// <summary>What the tests of a ticket's handlers share.</summary>
internal sealed class TicketScene
{
    public TicketScene(params Right[] rights)
    {
        User = Scene.Caller(rights);
        Numbers.NextAsync("ticket", Arg.Any<CancellationToken>()).Returns(100_001);
        Agreed.OfAsync(default, null, default, default).ReturnsForAnyArgs(new Dictionary<TicketPriority, AgreedTimes> { [TicketPriority.High] = new(SupportHours.Always, TimeSpan.FromHours(1), null) });
        Accounts.FindAsync(Scene.Reach, "1002", Arg.Any<CancellationToken>()).Returns(Account);
        Subscriptions.FindAsync(Scene.Reach, Service.Id, Arg.Any<CancellationToken>()).Returns(Service);
        Tickets.FindAsync(Scene.Reach, "100001", Arg.Any<CancellationToken>()).Returns(Ticket);
        Tickets.FindForOperatorAsync("100001", Arg.Any<CancellationToken>()).Returns(Ticket);
        Tickets.FindForOperatorAsync(Ticket.Id, Arg.Any<CancellationToken>()).Returns(Ticket);
        Tickets.SaveAsync(Arg.Do<Ticket>(Saved.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        Work.EnqueueAsync(Arg.Do<NewWork>(Queued.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
    }

    public ITicketRepository Tickets { get; } = Substitute.For<ITicketRepository>();
    public IAgreedTimes Agreed { get; } = Substitute.For<IAgreedTimes>();
    public INumberSeries Numbers { get; } = Substitute.For<INumberSeries>();
    public IWorkQueue Work { get; } = Substitute.For<IWorkQueue>();
    public IAccountRepository Accounts { get; } = Substitute.For<IAccountRepository>();
    public ISubscriptionRepository Subscriptions { get; } = Substitute.For<ISubscriptionRepository>();
    public ITicketFiles Files { get; } = Substitute.For<ITicketFiles>();
    public ITicketFollowers Followers { get; } = Substitute.For<ITicketFollowers>();
    public CurrentUser User { get; }
    public Scene.Audit Audit { get; } = new();
    public List<Ticket> Saved { get; } = [];
    public List<NewWork> Queued { get; } = [];
    public Subscription Service { get; } = Scene.Service(SubscriptionStatus.Terminated);

    public Account Account { get; } = new(new AccountData
    {
        Id = Guid.CreateVersion7(), OrganisationId = Scene.Reach.OrganisationId, ExternalId = "1002", Number = "1002", Name = "Kontoret", Version = 1,
    });

    /// <summary>A support ticket as loaded, made yesterday.</summary>
    public Ticket Ticket { get; } = Loaded();

    public TicketDesk Desk => new(Tickets, Agreed, Numbers, Work, Scene.Clock());

    public TicketExtras Extras => new(Files, Followers, User);

    private static Ticket Loaded() => new(Ticket.Create(new(Scene.Reach.OrganisationId, Scene.Reach.AccountId, "100001", TicketType.Support, "Tyst", "Det är tyst.") { Priority = TicketPriority.Normal },
        new(Guid.CreateVersion7(), "Anna"), Scene.Now.AddDays(-1)).Data with
    { Version = 1 });
}
