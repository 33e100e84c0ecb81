using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Domain.Accounts;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Orders;

/// <summary>Makes of what was told an order of a new service: checks all that its kind needs, and finds the prices.</summary>
internal sealed class WishReader(ProductDesk products, INewServices services, SimDesk cards, ICurrentUser user)
{
    /// <exception cref="InvalidInputException">All that is wrong, by fields of <c>Details</c>.</exception>
    public async Task<ReadWish> ReadAsync(OrderableProduct product, Account account, OrderDetails details, CancellationToken cancellation)
    {
        var (parts, problems) = (NewServiceParts.Of(product.Kind), new WishProblems());
        details = problems.CheckShape(parts, details);
        if (AccountRules.Clean(details.UserName) is null) problems.Add(nameof(details.UserName), "NotEmptyValidator");
        var plan = new PlanReader(await products.ChoicesAsync(product.Kind, cancellation), problems).Read(parts, details);
        var ownCard = await OwnCardAsync(parts, details, problems, cancellation);
        var wanted = new NewSubscriptionDetail
        {
            Product = new ChangePart(product.Id, product.ExternalId, product.Name), Kind = product.Kind, Account = account.Data.Number,
            UserName = AccountRules.Clean(details.UserName) ?? "", CostCentre = AccountRules.Clean(details.CostCentre), EmployeeNumber = AccountRules.Clean(details.EmployeeNumber),
            Number = await NumberAsync(parts, details, problems, cancellation), FixedNumber = await FixedNumberAsync(parts, details, problems, cancellation),
            Sim = parts.Sim ? CardOf(details, ownCard, problems) : null,
            DataPackage = plan.DataPackage, PriceList = plan.PriceList, ExtraPriceLists = plan.ExtraPriceLists, AddOns = plan.AddOns,
            Barrings = parts.Barrings ? Barrings(details, problems) : [], Handsets = parts.Handsets ? [.. details.Handsets.Distinct().Order()] : [],
            Installation = parts.Address ? AddressOf(details.Installation, nameof(details.Installation), problems) : null,
            OtherEnd = parts.OtherEnd ? AddressOf(details.OtherEnd, nameof(details.OtherEnd), problems) : null,
            DownMbit = product.DownMbit ?? Speed(product, details.DownMbit, nameof(details.DownMbit), problems), UpMbit = product.UpMbit ?? Speed(product, details.UpMbit, nameof(details.UpMbit), problems),
            Terms = new AgreedTerms(product.Agreement, product.NoticeMonths, product.NoticeToMonthEnd, product.CommitmentMonths),
            MonthlyPrice = product.MonthlyPrice + plan.MonthlyPrice, OneTimePrice = product.OneTimePrice,
        };
        if (IsSamePlace(wanted.Installation, wanted.OtherEnd)) problems.Add($"{nameof(details.OtherEnd)}.{nameof(LineAddress.Street)}", "EndsSame");
        if (details.StartsOn is { } startsOn) problems.Try(nameof(details.StartsOn), () => Subscription.CheckStart(wanted, startsOn, products.Today));
        else problems.Add(nameof(details.StartsOn), "DayNeeded");
        problems.ThrowIfAny();
        return new ReadWish(wanted, ownCard, plan.Lines);
    }

    private async Task<SimCard?> OwnCardAsync(NewServiceParts parts, OrderDetails details, WishProblems problems, CancellationToken cancellation)
    {
        if (!parts.Sim || details.SimWay != SimDeliveryWay.OwnCard || problems.Has(nameof(details.Icc))) return null;
        try
        {
            var card = await cards.FindAsync(details.Icc, cancellation);
            return card.Data.OrganisationId == user.Reach.OrganisationId && card.Data.State == SimCardState.InStock ? card : throw SimCard.NotAvailable();
        }
        catch (DomainRuleException refused)
        {
            problems.Add(nameof(details.Icc), refused.Code);
            return null;
        }
    }

    // Only what belongs to the way goes along; what was typed for another is left, and nothing goes along that is told to be wrong.
    private CardWish? CardOf(OrderDetails details, SimCard? ownCard, WishProblems problems)
    {
        if (details.SimWay is not { } way)
        {
            problems.Add(nameof(details.SimWay), "EnumValidator");
            return null;
        }

        if (problems.Has(nameof(details.Address), nameof(details.Email))) return null;
        return new CardWish(way, way == SimDeliveryWay.Post ? SimCardRules.Written(details.Address!) : null, way == SimDeliveryWay.ESim ? details.Email!.Trim() : null, ownCard?.Icc, user.Identity!.Language);
    }

    private async Task<NumberWish?> NumberAsync(NewServiceParts parts, OrderDetails details, WishProblems problems, CancellationToken cancellation)
    {
        if (!parts.Number) return null;
        if (details.NumberWay is not (NumberWay.New or NumberWay.Ported)) problems.Add(nameof(details.NumberWay), "EnumValidator");
        if (details.NumberWay != NumberWay.Ported) return new NumberWish(null, null);
        return await PortedAsync(details.PortedNumber, details.LosingOperator, mobile: parts.Calls, nameof(details.PortedNumber), problems, cancellation);
    }

    private async Task<NumberWish?> FixedNumberAsync(NewServiceParts parts, OrderDetails details, WishProblems problems, CancellationToken cancellation)
    {
        if (!parts.FixedNumber || details.FixedNumberWay is null or NumberWay.None) return null;
        if (details.FixedNumberWay == NumberWay.New) return new NumberWish(null, null);
        return await PortedAsync(details.PortedFixedNumber, details.FixedLosingOperator, mobile: false, nameof(details.PortedFixedNumber), problems, cancellation);
    }

    private async Task<NumberWish> PortedAsync(string? typed, string? losing, bool mobile, string field, WishProblems problems, CancellationToken cancellation)
    {
        if (!PhoneNumber.TryParse(typed, out var number) || (mobile ? !number.IsSwedishMobile : !number.IsSwedishFixed)) problems.Add(field, mobile ? "PortNotMobile" : "PortNotFixed");
        else if (!await services.IsFreeAsync(number.E164, cancellation)) problems.Add(field, "NumberNotPortable");
        return new NumberWish(number.E164, AccountRules.Clean(losing));
    }

    private static IReadOnlyList<string> Barrings(OrderDetails details, WishProblems problems)
    {
        var chosen = new BarringSet(details.Barrings);
        if (chosen.Kinds.Where(kind => chosen.Containing(kind) is not null).Cast<BarringKind?>().FirstOrDefault() is { } part)
            problems.Add(nameof(details.Barrings), "BarringPartOf", NameOf(part), NameOf(chosen.Containing(part)!.Value));
        return [.. details.Barrings.Distinct().Order().Select(kind => kind.NetworkName())];
    }

    private static string NameOf(BarringKind kind) => Text.Get($"Services.Barring.{kind}");

    private static PostalAddress? AddressOf(LineAddress? typed, string field, WishProblems problems)
    {
        if (AccountRules.CleanAddress(typed?.Street, typed?.PostalCode, typed?.City) is { } address) return address;
        // What is given at all has its shape: the others are missing.
        foreach (var (part, text) in new[] { (nameof(LineAddress.Street), typed?.Street), (nameof(LineAddress.PostalCode), typed?.PostalCode), (nameof(LineAddress.City), typed?.City) })
            if (string.IsNullOrWhiteSpace(text)) problems.Add($"{field}.{part}", "NotEmptyValidator");
        return null;
    }

    // The same street in the same postal area is the same place, however its city is spelled.
    private static bool IsSamePlace(PostalAddress? one, PostalAddress? other) =>
        one is not null && other is not null && one.PostalCode == other.PostalCode && string.Equals(one.Street, other.Street, StringComparison.OrdinalIgnoreCase);

    private static int? Speed(OrderableProduct product, int? mbit, string field, WishProblems problems)
    {
        if (product.AsksSpeed && mbit is null) problems.Add(field, "NotNullValidator");
        return product.AsksSpeed ? mbit : null;
    }
}

/// <summary>What was told, read: the order, the customer's own card that goes with it, and what is paid for what.</summary>
internal sealed record ReadWish(NewSubscriptionDetail Wanted, SimCard? OwnCard, IReadOnlyList<PricedPart> Parts);
