using Connect.Domain.Subscriptions;

namespace Connect.Infrastructure.Demo;

/// <summary>A service of the demo data.</summary>
internal sealed record DemoService(string Id, int Index, DemoAccount Account, SubscriptionKind Kind, DemoProduct Product, SubscriptionStatus Status)
{
    public required string UserName { get; init; }
    public required string? Phone { get; init; }
    public required string? Fixed { get; init; }
    public required string? Package { get; init; }
    public required long PackageBytes { get; init; }
    public required DateOnly StartsOn { get; init; }
    public required DateOnly? EndsOn { get; init; }

    public bool IsMobile => Kind.HasSim();

    public bool HasTraffic => IsMobile || Kind == SubscriptionKind.FixedTelephony;

    /// <summary>Services spread evenly over the accounts; most are people's mobiles.</summary>
    public static IReadOnlyList<DemoService> Of(DemoSize size, string organisation, IReadOnlyList<DemoAccount> accounts, int count, int numbersFrom)
    {
        var random = DemoRandom.For(size.Seed, organisation + "/services");
        // The upper levels have few services of their own.
        var parents = accounts.Select(a => a.Parent).ToHashSet();
        var leaves = accounts.Where(a => !parents.Contains(a.Id)).ToList();
        var services = new List<DemoService>(count);
        for (var i = 0; i < count; i++)
        {
            var account = i % 20 == 7 ? accounts[i / 20 % accounts.Count] : leaves[i % leaves.Count];
            services.Add(One(size, random, account, i, numbersFrom + i));
        }

        return services;
    }

    private static DemoService One(DemoSize size, DemoRandom random, DemoAccount account, int index, int number)
    {
        var product = DemoCatalogue.ProductOf(random.Below(100), index);
        var status = StatusOf(random.Below(100));
        var starts = size.Month.AddMonths(-random.Between(4, 60)).AddDays(random.Below(28));
        var package = product.HasData ? random.Pick(DemoCatalogue.Packages) : default;
        return new($"S{index + 1:000000}", number, account, product.Kind, product, status)
        {
            UserName = NameOf(random, product.Kind, account, index),
            Phone = NumberOf(product.Kind, number),
            Fixed = product.Kind == SubscriptionKind.PbxUser && random.Chance(70) ? DemoNumbers.Fixed(100 + number) : null,
            Package = package.Id,
            PackageBytes = package.Bytes,
            StartsOn = status == SubscriptionStatus.Ordered ? size.Month.AddDays(14 + random.Below(20)) : starts,
            EndsOn = status switch
            {
                SubscriptionStatus.Terminating => size.Month.AddMonths(1).AddDays(random.Below(50)),
                SubscriptionStatus.Terminated => size.Month.AddMonths(-1).AddDays(-random.Below(20)),
                _ => null,
            },
        };
    }

    private static SubscriptionStatus StatusOf(int draw) => draw switch
    {
        < 82 => SubscriptionStatus.Active,
        < 86 => SubscriptionStatus.Barred,
        < 90 => SubscriptionStatus.Ordered,
        < 94 => SubscriptionStatus.Terminating,
        _ => SubscriptionStatus.Terminated,
    };

    private static string NameOf(DemoRandom random, SubscriptionKind kind, DemoAccount account, int index) => kind switch
    {
        SubscriptionKind.Mobile or SubscriptionKind.PbxUser => $"{random.Pick(DemoNames.First)} {random.Pick(DemoNames.Last)}",
        SubscriptionKind.MobileBroadband => $"{random.Pick(DemoNames.Sites)} {random.Pick(DemoNames.Cities)} {index + 1}",
        SubscriptionKind.FixedTelephony => $"Reception {random.Pick(DemoNames.Cities)}",
        _ => $"{(account.Alias ?? account.Name)[..Math.Min(60, (account.Alias ?? account.Name).Length)].TrimEnd()}, {random.Pick(DemoNames.Streets)} {random.Between(1, 90)}",
    };

    private static string? NumberOf(SubscriptionKind kind, int number) => kind switch
    {
        SubscriptionKind.Mobile or SubscriptionKind.PbxUser => DemoNumbers.Mobile(number),
        SubscriptionKind.MobileBroadband => DemoNumbers.Machine(number),
        SubscriptionKind.FixedTelephony => DemoNumbers.Fixed(100 + number),
        _ => null,
    };
}
