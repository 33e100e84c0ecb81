using Connect.Domain.Common;
using Connect.Domain.Orders;

namespace Connect.Application.Orders;

/// <summary>Finds the chosen data package, price lists and add-ons among those that are offered.</summary>
internal sealed class PlanReader(ServiceChoices choices, WishProblems problems)
{
    public ReadPlan Read(NewServiceParts parts, OrderDetails details)
    {
        if (!parts.Plan) return new ReadPlan();
        var package = One(choices.Packages, package => package.Id, details.DataPackage, nameof(details.DataPackage));
        var list = parts.Calls ? One(choices.BasePriceLists, list => list.Id, details.PriceList, nameof(details.PriceList)) : null;
        // A router without data does nothing; a telephone that calls has to be charged somehow.
        if (!parts.Calls && details.DataPackage is null && choices.Packages.Count > 0) problems.Add(nameof(details.DataPackage), "EnumValidator");
        if (parts.Calls && details.PriceList is null && choices.BasePriceLists.Count > 0) problems.Add(nameof(details.PriceList), "EnumValidator");
        var extra = parts.Calls ? Some(choices.ExtraPriceLists, list => list.Id, details.ExtraPriceLists, nameof(details.ExtraPriceLists)) : [];
        var addOns = Some(choices.AddOns, addOn => addOn.Id, details.AddOns, nameof(details.AddOns));
        return new ReadPlan
        {
            DataPackage = package is null ? null : new ChangePart(package.Id, package.ExternalId, package.Name),
            PriceList = list is null ? null : new ChangePart(list.Id, list.ExternalId, list.Name),
            ExtraPriceLists = [.. extra.Select(list => new ChangePart(list.Id, list.ExternalId, list.Name))],
            AddOns = [.. addOns.Select(addOn => new ChangePart(addOn.Id, addOn.ExternalId, addOn.Name))],
            Lines =
            [
                .. package is null ? [] : new[] { new PricedPart(package.Name, package.MonthlyPrice, Money.Zero) },
                .. list is null ? [] : new[] { new PricedPart(list.Name, list.MonthlyPrice, Money.Zero) },
                .. extra.Select(list => new PricedPart(list.Name, list.MonthlyPrice, Money.Zero)),
                .. addOns.Select(addOn => new PricedPart(addOn.Name, addOn.MonthlyPrice, Money.Zero)),
            ],
        };
    }

    private T? One<T>(IReadOnlyList<T> offered, Func<T, Guid> idOf, Guid? chosen, string field)
        where T : class
    {
        if (chosen is not { } id) return null;
        var found = offered.FirstOrDefault(item => idOf(item) == id);
        if (found is null) problems.Add(field, "PlanUnknown");
        return found;
    }

    private List<T> Some<T>(IReadOnlyList<T> offered, Func<T, Guid> idOf, IReadOnlyList<Guid> chosen, string field)
    {
        if (chosen.Any(id => !offered.Any(item => idOf(item) == id))) problems.Add(field, "PlanUnknown");
        return [.. offered.Where(item => chosen.Contains(idOf(item)))];
    }
}

/// <summary>What was chosen beside the product.</summary>
internal sealed record ReadPlan
{
    public ChangePart? DataPackage { get; init; }
    public ChangePart? PriceList { get; init; }
    public IReadOnlyList<ChangePart> ExtraPriceLists { get; init; } = [];
    public IReadOnlyList<ChangePart> AddOns { get; init; } = [];
    public IReadOnlyList<PricedPart> Lines { get; init; } = [];

    public Money MonthlyPrice => Lines.Aggregate(Money.Zero, (sum, line) => sum + line.MonthlyPrice);
}

/// <summary>What is paid for one part of an order, without VAT.</summary>
public sealed record PricedPart(string Name, Money MonthlyPrice, Money OneTimePrice);
