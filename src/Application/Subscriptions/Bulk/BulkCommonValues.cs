using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions.Bulk;

/// <summary>What is wished for all services and would be refused for each of them: said once, beside the form's field.</summary>
internal sealed class BulkCommonValues(IAccountRepository accounts, IServicePlans plans, ICurrentUser user, TimeProvider clock)
{
    /// <exception cref="InvalidInputException"><c>BarringPartOf</c>, <c>DayHasBeen</c>, <c>DayTooFar</c>, <c>AccountUnknown</c>, <c>PlanUnknown</c>.</exception>
    public async Task CheckAsync(BulkWish wish, CancellationToken cancellation)
    {
        var problems = new List<InputProblem>();
        if (wish.Kind == BulkKind.AddBarrings && BarringProblem(new BarringSet(wish.Barrings)) is { } part) problems.Add(part);
        if (wish.Day is { } day && wish.Kind is BulkKind.Change or BulkKind.Move or BulkKind.Terminate && DayProblem(day) is { } wrong) problems.Add(wrong);
        if (wish is { Kind: BulkKind.Move, Account: { } number } && await accounts.FindAsync(user.Reach, number.Trim(), cancellation) is null)
            problems.Add(new(Field(nameof(wish.Account)), "AccountUnknown"));
        if (wish.Kind == BulkKind.Change) problems.AddRange(await PlanProblemsAsync(wish, cancellation));
        if (problems.Count > 0) throw new InvalidInputException(problems);
    }

    private static string Field(string name) => $"{nameof(StartBulk.Wish)}.{name}";

    private static InputProblem? BarringProblem(BarringSet chosen) =>
        chosen.Kinds.Where(kind => chosen.Containing(kind) is not null).Cast<BarringKind?>().FirstOrDefault() is { } part
            ? new(Field(nameof(BulkWish.Barrings)), "BarringPartOf", NameOf(part), NameOf(chosen.Containing(part)!.Value)) : null;

    private static string NameOf(BarringKind kind) => Text.Get($"Services.Barring.{kind}");

    private InputProblem? DayProblem(DateOnly day)
    {
        try
        {
            ChangeDay.Check(day, clock.Today(), nameof(BulkWish.Day));
            return null;
        }
        catch (DomainRuleException rule)
        {
            return new(Field(nameof(BulkWish.Day)), rule.Code, rule.Arguments);
        }
    }

    private async Task<IReadOnlyList<InputProblem>> PlanProblemsAsync(BulkWish wish, CancellationToken cancellation)
    {
        var catalogue = await plans.CatalogueAsync(cancellation);
        var problems = new List<InputProblem>();
        if (wish.DataPackage is { } package && catalogue.Packages.All(one => one.Id != package)) problems.Add(new(Field(nameof(wish.DataPackage)), "PlanUnknown"));
        if (wish.PriceList is { } list && catalogue.PriceLists.All(one => one.Id != list || !one.IsBase)) problems.Add(new(Field(nameof(wish.PriceList)), "PlanUnknown"));
        return problems;
    }
}
