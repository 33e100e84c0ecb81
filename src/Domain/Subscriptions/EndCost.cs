using Connect.Domain.Common;

namespace Connect.Domain.Subscriptions;

/// <summary>What is invoiced for the days after the end of a service, by the prices that will hold on them.</summary>
/// <param name="MonthlyPrice">On the first of those days.</param>
/// <param name="Changes">The ordered changes that it is counted with, the first first.</param>
/// <param name="Unsure">Numbers of the orders that may make it another cost: changes whose price Connect does not know, or that may yet not be carried out.</param>
public sealed record EndCost(Money Cost, Money MonthlyPrice, IReadOnlyList<ComingPrice> Changes, IReadOnlyList<string> Unsure);

/// <summary>The whole monthly price of a service once an ordered change holds.</summary>
/// <param name="From">The Swedish day of the change.</param>
public sealed record ComingPrice(DateOnly From, Money MonthlyPrice, string OrderNumber);
