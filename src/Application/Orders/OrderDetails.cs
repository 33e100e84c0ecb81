using Connect.Application.Accounts;
using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using FluentValidation;

namespace Connect.Application.Orders;

/// <summary>
/// What is told of a new service. Which of it is needed follows from the kind of the product (<see cref="GetOrderForm"/>); what its kind lacks, and what
/// belongs to another way than the chosen one, is passed over.
/// </summary>
public sealed record OrderDetails
{
    /// <summary>Who uses it, or what it is for.</summary>
    public string? UserName { get; init; }

    public string? CostCentre { get; init; }
    public string? EmployeeNumber { get; init; }

    /// <summary>Null where the kind has no number to choose.</summary>
    public NumberWay? NumberWay { get; init; }

    /// <summary>In any spelling.</summary>
    public string? PortedNumber { get; init; }

    /// <summary>Whom the number is moved from.</summary>
    public string? LosingOperator { get; init; }

    /// <summary>Of a PBX user.</summary>
    public NumberWay? FixedNumberWay { get; init; }

    /// <inheritdoc cref="PortedNumber"/>
    public string? PortedFixedNumber { get; init; }

    /// <inheritdoc cref="LosingOperator"/>
    public string? FixedLosingOperator { get; init; }

    /// <summary>By post (<see cref="Address"/>), as eSIM by mail (<see cref="Email"/>), or a card the customer has (<see cref="Icc"/>).</summary>
    public SimDeliveryWay? SimWay { get; init; }

    public DeliveryAddress? Address { get; init; }
    public string? Email { get; init; }
    public string? Icc { get; init; }
    public Guid? DataPackage { get; init; }

    /// <summary>The base price list.</summary>
    public Guid? PriceList { get; init; }

    public IReadOnlyList<Guid> ExtraPriceLists { get; init; } = [];
    public IReadOnlyList<Guid> AddOns { get; init; } = [];

    /// <summary>From the start.</summary>
    public IReadOnlyList<BarringKind> Barrings { get; init; } = [];

    public IReadOnlyList<HandsetKind> Handsets { get; init; } = [];

    /// <summary>Where a line is installed.</summary>
    public LineAddress? Installation { get; init; }

    /// <summary>The other end of a line between two addresses.</summary>
    public LineAddress? OtherEnd { get; init; }

    /// <summary>Mbit/s, for a line whose product does not say it.</summary>
    public int? DownMbit { get; init; }

    /// <inheritdoc cref="DownMbit"/>
    public int? UpMbit { get; init; }

    /// <summary>The Swedish day that is wished for; today means as soon as the operator can.</summary>
    public DateOnly? StartsOn { get; init; }
}

/// <summary>Which number a new service gets.</summary>
public enum NumberWay
{
    /// <summary>A new one, that the operator gives.</summary>
    New = 1,

    /// <summary>One that is moved here from another operator.</summary>
    Ported = 2,

    /// <summary>None: a PBX user without a fixed number.</summary>
    None = 3,
}

/// <summary>An address as it is typed.</summary>
public sealed record LineAddress(string? Street, string? PostalCode, string? City);

/// <summary>The shape of what is told; what is needed of it, by kind of service, is <see cref="WishReader"/>'s.</summary>
public sealed class OrderDetailsRules : AbstractValidator<OrderDetails>
{
    private const int Most = 100, MostMbit = 100_000;

    public OrderDetailsRules()
    {
        RuleFor(d => d.UserName).Line(AccountRules.Name);
        RuleFor(d => d.CostCentre).Line(ServiceReferences.CostCentreLength);
        RuleFor(d => d.EmployeeNumber).Line(ServiceReferences.EmployeeNumberLength);
        RuleFor(d => d.NumberWay).IsInEnum();
        RuleFor(d => d.FixedNumberWay).IsInEnum();
        When(d => d.NumberWay == NumberWay.Ported, () =>
        {
            RuleFor(d => d.PortedNumber).Cascade(CascadeMode.Stop).NotEmpty().PhoneOrNothing();
            RuleFor(d => d.LosingOperator).Cascade(CascadeMode.Stop).NotEmpty().Line(AccountRules.City);
        });
        When(d => d.FixedNumberWay == NumberWay.Ported, () =>
        {
            RuleFor(d => d.PortedFixedNumber).Cascade(CascadeMode.Stop).NotEmpty().PhoneOrNothing();
            RuleFor(d => d.FixedLosingOperator).Cascade(CascadeMode.Stop).NotEmpty().Line(AccountRules.City);
        });
        RuleFor(d => d.SimWay).IsInEnum();
        this.Card(d => d.SimWay, d => d.Address, d => d.Email, d => d.Icc);
        foreach (var list in new[] { nameof(OrderDetails.ExtraPriceLists), nameof(OrderDetails.AddOns) })
            RuleFor(d => list == nameof(OrderDetails.AddOns) ? d.AddOns : d.ExtraPriceLists).Must(chosen => chosen is not null && chosen.Count <= Most).WithErrorCode("PlanUnknown").OverridePropertyName(list);
        // A service that is lost or stolen before it is there is none.
        RuleFor(d => d.Barrings).Must(kinds => kinds is not null && kinds.All(kind => Enum.IsDefined(kind) && kind != BarringKind.LostOrStolen)).WithErrorCode("EnumValidator");
        RuleFor(d => d.Handsets).Must(kinds => kinds is not null && kinds.All(Enum.IsDefined)).WithErrorCode("EnumValidator");
        When(d => d.Installation is not null, () => this.Address(new(d => d.Installation!.Street, d => d.Installation!.PostalCode, d => d.Installation!.City), required: false));
        When(d => d.OtherEnd is not null, () => this.Address(new(d => d.OtherEnd!.Street, d => d.OtherEnd!.PostalCode, d => d.OtherEnd!.City), required: false));
        RuleFor(d => d.DownMbit).InclusiveBetween(1, MostMbit).WithErrorCode("MbitWrong");
        RuleFor(d => d.UpMbit).InclusiveBetween(1, MostMbit).WithErrorCode("MbitWrong");
    }
}
