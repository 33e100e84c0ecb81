using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Application.Tests.Identity;
using Connect.Application.Users;
using Connect.Domain.Accounts;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using NSubstitute;

namespace Connect.Application.Tests.Orders;

/// <summary>An account, what can be ordered for it, and where orders go.</summary>
internal sealed class NewServiceScene
{
    public const string Icc = "8946010000000000012", Number = "+46701740699";
    private readonly HashSet<Guid> _allowed = [];
    private readonly List<OrderableProduct> _offered = [];

    public NewServiceScene()
    {
        (Mobile, Pbx) = (Offer(SubscriptionKind.Mobile), Offer(SubscriptionKind.PbxUser));
        (Router, Line, Capacity) = (Offer(SubscriptionKind.MobileBroadband), Offer(SubscriptionKind.Broadband, 250), Offer(SubscriptionKind.Capacity));
        Fixed = Offer(SubscriptionKind.FixedTelephony);
        Accounts.FindAsync(Scene.Reach, "1001", Arg.Any<CancellationToken>()).Returns(Account);
        Plans.CatalogueAsync(Arg.Any<CancellationToken>()).Returns(new PlanCatalogue([Data], [Base, Extra]));
        var offer = Substitute.For<IProductOffer>();
        offer.LimitsOfAsync(User.Identity!.Id, Arg.Any<CancellationToken>()).Returns(ProductLimits.None);
        offer.ListAsync(Scene.Reach, ProductLimits.None, Scene.Today, Arg.Any<CancellationToken>())
            .Returns(_ => [.. _allowed.Select(id => new OfferedProduct { Id = id, Name = "", Category = "" })]);
        Catalogue.ProductsAsync(Scene.Reach, Scene.Today, Arg.Any<CancellationToken>()).Returns(_ => [.. _offered]);
        Catalogue.AddOnsAsync(Arg.Any<SubscriptionKind>(), Arg.Any<CancellationToken>()).Returns([Twin]);
        Services.IsFreeAsync(Arg.Any<string>(), Arg.Any<CancellationToken>()).Returns(true);
        Services.AddAsync(Arg.Do<NewService>(Made.Add), Arg.Any<Guid>(), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        Orders.SaveAsync(Arg.Do<Order>(Placed.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        var numbers = Substitute.For<INumberSeries>();
        numbers.NextAsync("order", Arg.Any<CancellationToken>()).Returns(1001);
        Products = new ProductDesk(offer, Catalogue, Plans, User, Scene.Clock());
        Reader = new WishReader(Products, Services, new SimDesk(Stock, new NumberGuardScene().Guard), User);
        Desk = new NewServiceDesk(Products, Reader, new OrderDesk(Orders, numbers, Work, User, Scene.Clock()), Services, Stock);
    }

    public OrderableProduct Mobile { get; }
    public OrderableProduct Pbx { get; }
    public OrderableProduct Router { get; }
    public OrderableProduct Line { get; }
    public OrderableProduct Capacity { get; }
    public OrderableProduct Fixed { get; }
    public DataPackage Data { get; } = new(Guid.CreateVersion7(), "D10", "10 GB", 10_000_000_000, Money.FromKronor(99));
    public PriceList Base { get; } = new(Guid.CreateVersion7(), "P-FRI", "Fri", null, true, Money.Zero);
    public PriceList Extra { get; } = new(Guid.CreateVersion7(), "P-NORDEN", "Norden", null, false, Money.FromKronor(29));
    public AddOn Twin { get; } = new(Guid.CreateVersion7(), "TV", "Tvillingkort", null, Money.FromKronor(49));
    public Account Account { get; } = new(new AccountData
    {
        Id = Guid.CreateVersion7(), OrganisationId = Scene.Reach.OrganisationId, ExternalId = "A1", Number = "1001", Name = "Verkstaden AB", Alias = "Verkstad",
        Street = "Storgatan 1", PostalCode = "111 22", City = "Stockholm", InvoiceStreet = "Box 1", InvoicePostalCode = "111 23", InvoiceCity = "Stockholm", Version = 1,
    });

    public CurrentUser User { get; } = Scene.Caller();
    public IAccountRepository Accounts { get; } = Substitute.For<IAccountRepository>();
    public IOrderCatalogue Catalogue { get; } = Substitute.For<IOrderCatalogue>();
    public IServicePlans Plans { get; } = Substitute.For<IServicePlans>();
    public INewServices Services { get; } = Substitute.For<INewServices>();
    public ISimStock Stock { get; } = Substitute.For<ISimStock>();
    public IOrderRepository Orders { get; } = Substitute.For<IOrderRepository>();
    public IOrderDrafts Drafts { get; } = Substitute.For<IOrderDrafts>();
    public IWorkQueue Work { get; } = Substitute.For<IWorkQueue>();
    public Scene.Audit Audit { get; } = new();
    public ProductDesk Products { get; }
    public WishReader Reader { get; }
    public NewServiceDesk Desk { get; }
    public List<NewService> Made { get; } = [];
    public List<Order> Placed { get; } = [];

    /// <summary>An eSIM with a new number, from today.</summary>
    public OrderDetails ESim => new()
    {
        UserName = " Åke Ström ", NumberWay = NumberWay.New, SimWay = SimDeliveryWay.ESim, Email = "ake@example.com", DataPackage = Data.Id, PriceList = Base.Id, StartsOn = Scene.Today,
    };

    /// <summary>A line to an address.</summary>
    public static OrderDetails ALine => new() { UserName = "Kontoret", Installation = new("Storgatan 1", "11122", "Stockholm"), StartsOn = Scene.Today };

    public NewSubscriptionDetail Wanted => (NewSubscriptionDetail)Placed[^1].Lines[0].Detail;

    /// <summary>Not for this user.</summary>
    public void Forbid(OrderableProduct product) => _allowed.Remove(product.Id);

    public SimCard HasCard(SimCardState state = SimCardState.InStock)
    {
        var card = Scene.Card(Icc, state);
        Stock.FindAsync(Arg.Is<Icc>(icc => icc.Digits == Icc), Arg.Any<CancellationToken>()).Returns(card);
        return card;
    }

    public OrderDraft HasDraft(OrderDraft draft)
    {
        Drafts.FindAsync(User.Identity!.Id, Scene.Reach, draft.Id, Arg.Any<CancellationToken>()).Returns(draft);
        Drafts.ListAsync(User.Identity!.Id, Scene.Reach, Arg.Any<CancellationToken>()).Returns([draft]);
        return draft;
    }

    public OrderDraft ADraft(OrderDetails? details = null) => new()
    {
        Id = Guid.CreateVersion7(), AccountId = Account.Id, Account = "1001", CategoryId = Mobile.CategoryId, ProductId = Mobile.Id, Details = details, DetailsProductId = details is null ? null : Mobile.Id, Version = 4,
    };

    /// <summary>Field and code of all that is wrong.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(Func<Task> send) =>
        [.. (await Should.ThrowAsync<InvalidInputException>(send)).Problems.Select(problem => $"{problem.Field} {problem.Code}")];

    private OrderableProduct Offer(SubscriptionKind kind, int? mbit = null)
    {
        var product = new OrderableProduct
        {
            Id = Guid.CreateVersion7(), ExternalId = $"P-{kind}", Name = $"{kind}", CategoryId = Guid.CreateVersion7(), Category = "Mobilt", Kind = kind, MonthlyPrice = Money.FromKronor(249),
            OneTimePrice = Money.FromKronor(195), DownMbit = mbit, UpMbit = mbit, AgreementId = Guid.CreateVersion7(), Agreement = "AVT-1", NoticeMonths = 3, NoticeToMonthEnd = true, CommitmentMonths = 24,
        };
        _offered.Add(product);
        _allowed.Add(product.Id);
        return product;
    }
}
