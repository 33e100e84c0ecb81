using Connect.Application.Orders;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Web.Components.ReplaceSim;

namespace Connect.Web.Pages.Orders.New;

/// <summary>What is typed of a new service. The names are those of <see cref="OrderDetails"/>, so that what is wrong is said beside its field.</summary>
public sealed class DetailsInput : ICardFields
{
    public string? UserName { get; set; }
    public string? CostCentre { get; set; }
    public string? EmployeeNumber { get; set; }
    public NumberWay? NumberWay { get; set; }
    public string? PortedNumber { get; set; }
    public string? LosingOperator { get; set; }
    public NumberWay? FixedNumberWay { get; set; }
    public string? PortedFixedNumber { get; set; }
    public string? FixedLosingOperator { get; set; }
    public SimDeliveryWay? SimWay { get; set; }
    public string? AddressKey { get; set; }
    public AddressInput Address { get; set; } = new();
    public string? Email { get; set; }
    public string? Icc { get; set; }
    public Guid? DataPackage { get; set; }
    public Guid? PriceList { get; set; }
    public List<Guid> ExtraPriceLists { get; set; } = [];
    public List<Guid> AddOns { get; set; } = [];
    public List<BarringKind> Barrings { get; set; } = [];
    public List<HandsetKind> Handsets { get; set; } = [];
    public LineInput Installation { get; set; } = new();
    public LineInput OtherEnd { get; set; } = new();
    public int? DownMbit { get; set; }
    public int? UpMbit { get; set; }
    public DateOnly? StartsOn { get; set; }

    /// <summary>As the form begins: what most want is chosen, and what costs is not.</summary>
    public static DetailsInput Empty(OrderForm form) => new()
    {
        NumberWay = form.Parts.Number ? Application.Orders.NumberWay.New : null, FixedNumberWay = form.Parts.FixedNumber ? Application.Orders.NumberWay.New : null,
        AddressKey = KeyOf(form, null), PriceList = form.Choices.BasePriceLists is [var only] ? only.Id : null, StartsOn = form.EarliestStart,
        Installation = form.Parts.Address && form.Addresses is [{ Address: var known }, ..] ? new() { Street = known.Street, PostalCode = known.PostalCode, City = known.City } : new(),
    };

    /// <summary>As it was filled in before.</summary>
    public static DetailsInput Of(OrderDetails told, OrderForm form) => new()
    {
        UserName = told.UserName, CostCentre = told.CostCentre, EmployeeNumber = told.EmployeeNumber, NumberWay = told.NumberWay ?? Empty(form).NumberWay, PortedNumber = told.PortedNumber,
        LosingOperator = told.LosingOperator, FixedNumberWay = told.FixedNumberWay ?? Empty(form).FixedNumberWay, PortedFixedNumber = told.PortedFixedNumber, FixedLosingOperator = told.FixedLosingOperator,
        SimWay = told.SimWay, AddressKey = KeyOf(form, told.Address), Email = told.Email, Icc = told.Icc, DataPackage = told.DataPackage, PriceList = told.PriceList,
        Address = told.Address is { } address ? new() { Name = address.Name, Street = address.Street, PostalCode = address.PostalCode, City = address.City } : new(),
        ExtraPriceLists = [.. told.ExtraPriceLists], AddOns = [.. told.AddOns], Barrings = [.. told.Barrings], Handsets = [.. told.Handsets],
        Installation = LineInput.Of(told.Installation) ?? Empty(form).Installation, OtherEnd = LineInput.Of(told.OtherEnd) ?? new(), DownMbit = told.DownMbit, UpMbit = told.UpMbit, StartsOn = told.StartsOn,
    };

    public OrderDetails ToDetails(OrderForm form) => new()
    {
        UserName = UserName, CostCentre = CostCentre, EmployeeNumber = EmployeeNumber, NumberWay = NumberWay, PortedNumber = PortedNumber, LosingOperator = LosingOperator, FixedNumberWay = FixedNumberWay,
        PortedFixedNumber = PortedFixedNumber, FixedLosingOperator = FixedLosingOperator, SimWay = SimWay, Address = SimWay == SimDeliveryWay.Post ? CardChoices.Chosen(form.Addresses, this) : null,
        Email = Email, Icc = Icc, DataPackage = DataPackage, PriceList = PriceList, ExtraPriceLists = ExtraPriceLists, AddOns = AddOns, Barrings = Barrings, Handsets = Handsets,
        Installation = form.Parts.Address ? Installation.ToAddress() : null, OtherEnd = form.Parts.OtherEnd ? OtherEnd.ToAddress() : null, DownMbit = DownMbit, UpMbit = UpMbit, StartsOn = StartsOn,
    };

    // The first known address until another is chosen.
    private static string KeyOf(OrderForm form, DeliveryAddress? address) =>
        address is null ? form.Addresses is [var first, ..] ? first.Key : CardChoices.NewAddress : form.Addresses.FirstOrDefault(known => known.Address == address)?.Key ?? CardChoices.NewAddress;

    /// <summary>Where a line is installed.</summary>
    public sealed class LineInput
    {
        public string? Street { get; set; }
        public string? PostalCode { get; set; }
        public string? City { get; set; }

        public static LineInput? Of(LineAddress? told) => told is null ? null : new() { Street = told.Street, PostalCode = told.PostalCode, City = told.City };

        public LineAddress ToAddress() => new(Street, PostalCode, City);
    }
}
