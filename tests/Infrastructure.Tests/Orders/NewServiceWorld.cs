using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Orders;

/// <summary>A customer whose agreement offers a mobile at a price of its own, a PBX user and a line, with what can be chosen beside them.</summary>
internal sealed class NewServiceWorld : IAsyncDisposable
{
    private NewServiceWorld(ReplacementWorld orders) => Orders = orders;

    public ReplacementWorld Orders { get; }
    public World World => Orders.World;
    public Guid Mobile { get; private set; }
    public Guid Pbx { get; private set; }
    public Guid Line { get; private set; }
    public Guid Capacity { get; private set; }
    public Guid Package { get; private set; }
    public Guid Base { get; private set; }
    public Guid Extra { get; private set; }
    public Guid AddOn { get; private set; }
    public Guid PbxAddOn { get; private set; }
    public string Account { get; private set; } = "";

    public static async Task<NewServiceWorld> MakeAsync(DatabaseEngine engine, IOperatorGateway? gateway = null)
    {
        var made = new NewServiceWorld(await ReplacementWorld.MakeAsync(engine, gateway));
        var world = made.World;
        (made.Mobile, made.Pbx, made.Line) = (await world.ProductAsync(name: "Mobil Fri", monthly: 249), await world.ProductAsync(SubscriptionKind.PbxUser, "Växel", monthly: 299, oneTime: 195), await world.ProductAsync(SubscriptionKind.Broadband, "Fiber", monthly: 895));
        made.Capacity = await world.ProductAsync(SubscriptionKind.Capacity, "Kapacitet", monthly: 2950);
        var agreement = await world.AgreementAsync(made.Orders.Organisation.Id, 3, true, 24, made.Pbx, made.Line, made.Capacity);
        await world.InsertAsync("AgreementProduct", ("AgreementId", agreement), ("ProductId", made.Mobile), ("MonthlyPrice", 2_000_000L), ("OneTimePrice", 500_000L));
        (made.Package, made.Base, made.Extra) = (await world.DataPackageAsync(), await world.PriceListAsync(), await world.PriceListAsync("Norden", isBase: false, monthly: 29));
        (made.AddOn, made.PbxAddOn) = (await world.AddOnAsync(made.Orders.Service, "Tvillingkort", 49), await world.AddOnAsync(made.Orders.Service, "Inspelning", 79));
        await world.InsertAsync("AddOnKind", ("AddOnId", made.PbxAddOn), ("Kind", SubscriptionKind.PbxUser));
        made.Account = await world.AccountNumberAsync(await world.AccountAsync(made.Orders.Organisation.RootId, "Verkstad"));
        return made;
    }

    public OrderDetails ESim => new()
    {
        UserName = "Åke Ny", CostCentre = "4711", NumberWay = NumberWay.New, SimWay = SimDeliveryWay.ESim, Email = "ake@example.com", DataPackage = Package, PriceList = Base, ExtraPriceLists = [Extra], AddOns = [AddOn],
        Barrings = [BarringKind.PremiumCalls, BarringKind.RoamingData], StartsOn = World.Today,
    };

    public PlaceOrder Order(OrderDetails details, Guid? product = null) => new(Account, product ?? Mobile, details, Guid.NewGuid());

    public Task<PlacedOrder> PlaceAsync(OrderDetails details, Guid? product = null) => Orders.Anna.SendAsync(Order(details, product));

    public ValueTask DisposeAsync() => Orders.DisposeAsync();
}
