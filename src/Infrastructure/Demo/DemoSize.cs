namespace Connect.Infrastructure.Demo;

/// <summary>How much demo data is made. The same size and seed on the same day of the month make the same data.</summary>
/// <param name="Accounts">Accounts of the first organisation, its root included.</param>
/// <param name="Services">Services of the first organisation.</param>
/// <param name="Usage">Records of traffic in all; 0 for what each service would have.</param>
/// <param name="Month">The first of the month that the data is anchored at.</param>
internal sealed record DemoSize(int Accounts, int Services, long Usage, int Seed, DateOnly Month)
{
    public const int DefaultAccounts = 25, DefaultServices = 400, DefaultSeed = 20260101;

    public static DemoSize Default(DateOnly month) => new(DefaultAccounts, DefaultServices, 0, DefaultSeed, month);

    /// <summary>From here on it is a set to measure with, and not one to look at.</summary>
    public bool IsLarge => Services > 2000;
}
