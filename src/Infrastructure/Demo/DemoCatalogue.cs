using Connect.Domain.Subscriptions;

namespace Connect.Infrastructure.Demo;

/// <param name="Monthly">Kronor.</param>
internal sealed record DemoProduct(string Id, string Category, SubscriptionKind Kind, string Name, string Description, int Monthly, int OneTime, bool IsHidden = false, int? Mbit = null)
{
    public bool HasData => Kind.HasSim();
}

/// <summary>What the demo's operator sells.</summary>
internal static class DemoCatalogue
{
    private const long Giga = 1_000_000_000;

    public static readonly DemoProduct[] Products =
    [
        new("MOB-S", "MOBILT", SubscriptionKind.Mobile, "Företagsmobil Bas", "Samtal och SMS i Sverige", 149, 0),
        new("MOB-L", "MOBILT", SubscriptionKind.Mobile, "Företagsmobil Fri", "Fria samtal, SMS och MMS i Sverige, EU och EES", 249, 0),
        new("VAX", "VAXEL", SubscriptionKind.PbxUser, "Mobil växelanvändare", "Anknytning i växeln med mobil, softphone och fast nummer", 299, 195),
        new("MBB", "MOBILT", SubscriptionKind.MobileBroadband, "Mobilt bredband", "Surf för datorer, maskiner och platskontor", 199, 0),
        new("M2M", "MOBILT", SubscriptionKind.MobileBroadband, "Maskin till maskin", "För larm, mätare och fordon", 39, 0),
        new("BB100", "BREDBAND", SubscriptionKind.Broadband, "Företagsbredband 100/100", "Fiber med fast IP-adress", 895, 1990, Mbit: 100),
        new("BB1000", "BREDBAND", SubscriptionKind.Broadband, "Företagsbredband 1000/1000", "Fiber med fast IP-adress", 1995, 4990, Mbit: 1000),
        new("KAP", "BREDBAND", SubscriptionKind.Capacity, "Kapacitet Ethernet", "Punkt till punkt mellan två adresser", 7900, 15000),
        new("FAST", "TELEFONI", SubscriptionKind.FixedTelephony, "Fast telefoni", "Ett nummer över IP", 129, 0),
        new("INTERN", "TELEFONI", SubscriptionKind.FixedTelephony, "Intern testlinje", "Operatörens egen", 0, 0, IsHidden: true),
    ];

    public static readonly (string Id, string Name, long Bytes, int Monthly)[] Packages =
    [
        ("D1", "1 GB", Giga, 49), ("D5", "5 GB", 5 * Giga, 99), ("D15", "15 GB", 15 * Giga, 149), ("D50", "50 GB", 50 * Giga, 249), ("D100", "100 GB", 100 * Giga, 349),
    ];

    public static readonly (string Id, string Name, long Bytes, int Price)[] TopUps = [("T2", "Extra 2 GB", 2 * Giga, 79), ("T10", "Extra 10 GB", 10 * Giga, 199)];

    public static readonly (string Id, string Name, string Description, bool IsBase, int Monthly, int? Seconds, int? Messages)[] PriceLists =
    [
        ("P-BAS", "Företag Bas", "300 minuter och 300 meddelanden, därefter per minut", true, 0, 18_000, 300),
        ("P-FRI", "Företag Fri", "Fria samtal och meddelanden i Sverige", true, 0, null, null),
        ("P-NORDEN", "Norden", "Lägre pris på samtal till Norden", false, 29, null, null),
        ("P-VARLDEN", "Världen", "Lägre pris på samtal och surf utanför EU och EES", false, 59, null, null),
    ];

    public static readonly (string Id, string Name, string Description, int Monthly, string Kinds)[] AddOns =
    [
        ("TVILLING", "Tvillingkort", "Ett andra SIM-kort med samma nummer", 49, "mobile|pbxUser"), ("SPELA", "Samtalsinspelning", "Spelar in samtal i växeln", 79, "pbxUser"),
        ("MDM", "Mobil enhetshantering", "Säkerhet och fjärrstyrning av telefoner", 35, "mobile|pbxUser|mobileBroadband"),
        ("FORSAKR", "Mobilförsäkring", "Skärm, stöld och vätska", 59, "mobile|pbxUser"), ("IP", "Fast IP-adress", "Fast adress för mobilt bredband", 25, "mobileBroadband"),
    ];

    /// <summary>Six services of ten are mobiles.</summary>
    public static DemoProduct ProductOf(int draw, int index) => index == 3 ? Products[9] : draw switch
    {
        < 34 => Products[1],
        < 56 => Products[0],
        < 76 => Products[2],
        < 84 => Products[3],
        < 88 => Products[4],
        < 93 => Products[5],
        < 95 => Products[6],
        < 97 => Products[7],
        _ => Products[8],
    };
}
