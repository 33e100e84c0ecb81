using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Messages;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Connect.Infrastructure.Tests.Orders;

/// <summary>A customer with a mobile service and its SIM card, a card in stock, and an operator that reports.</summary>
internal sealed class ReplacementWorld : IAsyncDisposable
{
    private static readonly Stmt SelectSim = "SELECT State FROM SimCard WHERE Icc = @icc";
    private static readonly Stmt SelectKinds = "SELECT Kind FROM SubscriptionEvent WHERE SubscriptionId = @id ORDER BY Seq";
    private readonly TestDatabase _database;
    private readonly IOperatorGateway? _gateway;

    private ReplacementWorld(DatabaseEngine engine, IOperatorGateway? gateway)
    {
        _database = new(engine);
        _gateway = gateway;
        World = new World(_database);
    }

    public World World { get; }
    public TestScope Anna { get; private set; } = null!;
    public TestScope Operator { get; private set; } = null!;
    public UserIdentity User { get; private set; } = null!;
    public TestOrganisation Organisation { get; private set; } = null!;
    public Guid Service { get; private set; }
    public string OldIcc { get; private set; } = "";
    public string StockIcc { get; private set; } = "";
    public MailBox Mails { get; } = new();

    /// <param name="gateway">In place of the simulator.</param>
    public static async Task<ReplacementWorld> MakeAsync(DatabaseEngine engine, IOperatorGateway? gateway = null)
    {
        var made = new ReplacementWorld(engine, gateway);
        made.Organisation = await made.World.OrganisationAsync();
        made.User = await made.World.UserAsync(made.Organisation.RootId, "anna");
        made.Service = await made.World.SubscriptionAsync(made.Organisation.RootId);
        made.OldIcc = await made.World.SimCardAsync(made.Organisation.Id, made.Service);
        made.StockIcc = await made.World.SimCardAsync(made.Organisation.Id);
        made.Anna = made.ScopeOf(made.User);
        made.Operator = new TestScope(made._database, caller: TestScope.Operator("integration"), replace: made.Replace);
        return made;
    }

    /// <param name="more">Replaced beside what always is.</param>
    public TestScope ScopeOf(UserIdentity user, Action<IServiceCollection>? more = null) => new(_database, user, replace: services =>
    {
        Replace(services);
        more?.Invoke(services);
    });

    public ReplaceSimCard OwnCard(string? icc = null) => new(Service, SimDeliveryWay.OwnCard, Guid.NewGuid()) { Icc = icc ?? StockIcc };

    public ReplaceSimCard Esim(string email = "anna@example.com") => new(Service, SimDeliveryWay.ESim, Guid.NewGuid()) { Email = email };

    public ReplaceSimCard Post() => new(Service, SimDeliveryWay.Post, Guid.NewGuid()) { Address = new DeliveryAddress("Nordvik Bygg AB", "Storgatan 1", "111 22", "Stockholm") };

    public async Task<OrderState> StateAsync(string number) => (await Anna.SendAsync(new GetOrder(number))).State;

    /// <summary>1 in stock, 2 reserved, 3 active, 5 expired.</summary>
    public Task<int> SimStateAsync(string icc) => World.Db.FirstOrDefaultAsync<int>(SelectSim, new { icc });

    public Task<IReadOnlyList<string>> HistoryAsync() => World.Db.ListAsync<string>(SelectKinds, new { id = Service });

    /// <summary>Does what is due, for so long that the simulated operator has done its part.</summary>
    public async Task PassTimeAsync()
    {
        for (var i = 0; i < 6; i++)
        {
            await Anna.RunDueWorkAsync();
            Anna.Clock.Advance(TimeSpan.FromMinutes(2));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Anna.DisposeAsync();
        await Operator.DisposeAsync();
        await World.DisposeAsync();
        await _database.DisposeAsync();
    }

    private void Replace(IServiceCollection services)
    {
        services.RemoveAll<IMessages>();
        services.RemoveAll<ISecretProtector>();
        services.AddSingleton<IMessages>(Mails);
        services.AddSingleton<ISecretProtector>(new Reversed());
        if (_gateway is not null) services.AddSingleton(_gateway);
    }

    private sealed class Reversed : ISecretProtector
    {
        public string Protect(string secret) => new([.. secret.Reverse()]);

        public string Unprotect(string protectedSecret) => Protect(protectedSecret);
    }
}

internal sealed class MailBox : IMessages
{
    public List<Mail> Mails { get; } = [];

    public Task MailAsync(Mail mail, CancellationToken cancellation)
    {
        Mails.Add(mail);
        return Task.CompletedTask;
    }

    public Task SmsAsync(Sms sms, CancellationToken cancellation) => Task.CompletedTask;
}

