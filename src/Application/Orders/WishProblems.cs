using Connect.Application.Common.Behaviors;
using Connect.Application.Common.Errors;
using Connect.Domain.Common;
using Connect.Domain.Orders;

namespace Connect.Application.Orders;

/// <summary>What is wrong with what was told, all of it: one thing a field, the first that is found.</summary>
internal sealed class WishProblems
{
    private static readonly OrderDetailsRules Shape = new();
    private readonly List<InputProblem> _found = [];

    public void Add(string field, string code, params IReadOnlyList<object> arguments)
    {
        if (!Has(field)) _found.Add(new InputProblem($"Details.{field}", code, arguments));
    }

    /// <summary>Something is wrong with the field, or a part of it.</summary>
    public bool Has(params IEnumerable<string> fields) =>
        fields.Any(field => _found.Exists(problem => problem.Field == $"Details.{field}" || problem.Field.StartsWith($"Details.{field}.", StringComparison.Ordinal)));

    /// <summary>Finds what is wrong with the shape, so that it is said along with all that the kind needs.</summary>
    /// <returns>What was told, without what can't be read any further.</returns>
    public OrderDetails CheckShape(NewServiceParts parts, OrderDetails told)
    {
        foreach (var problem in Shape.Validate(told).Errors.Select(InputProblems.Of)) Add(problem.Field, CodeOf(problem, parts), problem.Arguments);
        return told with
        {
            ExtraPriceLists = Has(nameof(told.ExtraPriceLists)) ? [] : told.ExtraPriceLists,
            AddOns = Has(nameof(told.AddOns)) ? [] : told.AddOns,
            Barrings = Has(nameof(told.Barrings)) ? [] : told.Barrings,
            Handsets = Has(nameof(told.Handsets)) ? [] : told.Handsets,
        };
    }

    /// <summary>Says beside the field which rule stands against it.</summary>
    public void Try(string field, Action check)
    {
        try
        {
            check();
        }
        catch (DomainRuleException refused)
        {
            Add(field, refused.Code, refused.Arguments);
        }
    }

    public void ThrowIfAny()
    {
        if (_found.Count > 0) throw new InvalidInputException(_found);
    }

    // What is no number at all is told with an example of what can be moved.
    private static string CodeOf(InputProblem problem, NewServiceParts parts) => problem.Code != "PhoneNumberWrong" ? problem.Code
        : problem.Field == nameof(OrderDetails.PortedNumber) && parts.Calls ? "PortNotMobile" : "PortNotFixed";
}
