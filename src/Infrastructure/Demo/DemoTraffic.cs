using System.Globalization;
using Connect.Domain.Subscriptions;

namespace Connect.Infrastructure.Demo;

/// <summary>One call, message or data session as the import spells it.</summary>
internal readonly record struct DemoTraffic(string Type, string Direction, string Zone, string? Country, string? Number, long Amount, string Charge)
{
    private static readonly (string Country, string Prefix)[] Abroad = [("NO", "4722"), ("DK", "4532"), ("FI", "35891"), ("DE", "49301"), ("GB", "44207946"), ("PL", "4822"), ("US", "1212555")];
    private static readonly string[] RoamedEu = ["NO", "DK", "FI", "DE", "ES", "PL"], RoamedWorld = ["US", "GB", "TH", "CH"];

    public static DemoTraffic OfPerson(DemoRandom random, DemoService service, int count) => random.Below(100) switch
    {
        < 34 => Call(random),
        < 50 => new("call", "incoming", "nationalMobile", null, DemoNumbers.Mobile(random.Below(2000)), random.Between(15, 1500), "0"),
        < 62 => Message(random, "sms", "outgoing"),
        < 68 => Message(random, "sms", "incoming"),
        < 71 => Message(random, "mms", "outgoing"),
        < 75 => Foreign(random),
        < 78 => Roaming(random),
        < 79 => Premium(random),
        _ => Session(random, service, Math.Max(1, count / 5)),
    };

    /// <summary>Calls of a fixed line, more of them coming in.</summary>
    public static DemoTraffic OfLine(DemoRandom random) => random.Below(100) switch
    {
        < 40 => Call(random),
        < 95 => new("call", "incoming", "national", null, DemoNumbers.Mobile(random.Below(2000)), random.Between(15, 1200), "0"),
        _ => Foreign(random),
    };

    /// <summary>Data, so much that a month comes near its package, and now and then past it.</summary>
    public static DemoTraffic Session(DemoRandom random, DemoService service, int sessions)
    {
        var share = Math.Max(1, service.PackageBytes / Math.Max(1, sessions));
        var amount = share * random.Between(20, service.Index % 9 == 0 ? 190 : 120) / 100;
        if (!random.Chance(4)) return new("data", "outgoing", "national", null, null, amount, "0");
        var world = random.Chance(25);
        return new("data", "outgoing", world ? "roamingWorld" : "roamingEu", random.Pick(world ? RoamedWorld : RoamedEu), null, amount / 20, world ? Kronor(amount / 20 / 1_000_000 * 50) : "0");
    }

    private static DemoTraffic Call(DemoRandom random)
    {
        var seconds = random.Between(4, random.Chance(10) ? 5400 : 600);
        var isMobile = random.Chance(70);
        return new("call", "outgoing", isMobile ? "nationalMobile" : "national", null, isMobile ? DemoNumbers.Mobile(random.Below(2000)) : DemoNumbers.Fixed(random.Below(100)), seconds, random.Chance(80) ? "0" : Kronor(49 + seconds * 69 / 60));
    }

    private static DemoTraffic Message(DemoRandom random, string type, string direction) =>
        new(type, direction, "nationalMobile", null, DemoNumbers.Mobile(random.Below(2000)), 1, type == "mms" ? "1.69" : direction == "outgoing" && random.Chance(20) ? "0.69" : "0");

    private static DemoTraffic Foreign(DemoRandom random)
    {
        var (country, prefix) = random.Pick(Abroad);
        var seconds = random.Between(10, 900);
        return new("call", "outgoing", "international", country, $"+{prefix}{random.Between(10_000, 99_999)}", seconds, Kronor(69 + seconds * 249 / 60));
    }

    private static DemoTraffic Roaming(DemoRandom random)
    {
        var world = random.Chance(30);
        var seconds = random.Between(10, 600);
        return new("call", random.Chance(50) ? "outgoing" : "incoming", world ? "roamingWorld" : "roamingEu", random.Pick(world ? RoamedWorld : RoamedEu), DemoNumbers.Mobile(random.Below(2000)), seconds, world ? Kronor(seconds * 1900 / 60) : "0");
    }

    private static DemoTraffic Premium(DemoRandom random) => random.Chance(50)
        ? new("call", "outgoing", "premium", null, $"+46900{random.Between(1_000_000, 9_999_999)}", random.Between(30, 300), Kronor(random.Between(990, 9900)))
        : new("sms", "outgoing", "premium", null, $"72{random.Between(100, 999)}", 1, Kronor(random.Between(500, 3000)));

    private static string Kronor(long ore) => (ore / 100m).ToString("0.##", CultureInfo.InvariantCulture);
}
