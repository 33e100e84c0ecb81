using Connect.Domain.Common;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Demo;

/// <summary>A user beside those that the demo is shown with, so that the list of users looks as a customer's does.</summary>
/// <param name="Account">Place of the account in the customer's tree.</param>
/// <param name="LoggedIn">Days since the last log-in; null for somebody who has not taken up the invitation.</param>
internal sealed record DemoColleague(string UserName, string Name, int Account, Right[] Rights, int? LoggedIn)
{
    public bool HasSms { get; init; }
    public bool HasApp { get; init; }
    public bool IsActive { get; init; } = true;

    /// <summary>The only products that may be ordered; none for all of them.</summary>
    public string[] Products { get; init; } = [];
}

/// <summary>Users of the first customer in every state, and when each of its users was last there.</summary>
internal static class DemoColleagues
{
    public static readonly DemoColleague[] All =
    [
        new("marta.ulvaeus", "Märta Ulvaeus-Berg", 0, Enum.GetValues<Right>(), 2) { HasApp = true },
        new("johan.fors", "Johan Fors", 0, [Right.ViewAccounts, Right.ViewSubscriptions, Right.RunReports], 23) { HasSms = true },
        new("kerstin.wallin", "Kerstin Wallin", 2, [Right.ViewAccounts, Right.ViewSubscriptions, Right.ManageSubscriptions, Right.PlaceOrders, Right.ManageTickets], 1) { HasSms = true, HasApp = true },
        new("leila.ek", "Leila Ek", 3, [Right.ViewInvoices, Right.RunReports], 41),
        new("malin.mobil", "Malin Möller", 4, [Right.ViewAccounts, Right.ViewSubscriptions, Right.PlaceOrders], 6) { Products = ["MOB-S", "MOB-L", "MBB"] },
        new("nils.ny", "Nils Nyström", 5, [Right.ViewAccounts, Right.ViewSubscriptions], null),
        new("ture.slutat", "Ture Svärd", 1, [Right.ViewAccounts, Right.ViewSubscriptions, Right.ManageTickets], 97) { IsActive = false },
    ];

    private const int NamedLoggedIn = 3;

    /// <summary>When somebody was there last: in working hours of a working day, that many days back or a few more.</summary>
    public static DateTimeOffset LoggedIn(DemoSize size, string userName, DateTimeOffset until, int? daysBack = null)
    {
        var random = DemoRandom.For(size.Seed, userName + "/logged-in");
        var day = StockholmTime.DayOf(until).AddDays(-(daysBack ?? random.Between(1, NamedLoggedIn)));
        while (!SwedishHolidays.IsWorkday(day)) day = day.AddDays(-1);
        return StockholmTime.StartOf(day).AddMinutes(random.Between(450, 1020));
    }

    /// <summary>When the user came to the portal: after the agreement and before the traffic.</summary>
    public static DateTimeOffset Created(DemoSize size, string userName)
    {
        var random = DemoRandom.For(size.Seed, userName + "/created");
        return StockholmTime.StartOf(size.Month.AddMonths(-random.Between(14, 30)).AddDays(random.Below(28))).AddMinutes(random.Between(480, 1000));
    }
}
