namespace Connect.Infrastructure.Demo;

/// <summary>Names of people, places and things; none of them is anybody's.</summary>
internal static class DemoNames
{
    public static readonly string[] First =
    [
        "Anna", "Karl", "Åsa", "Åke", "Örjan", "Östen", "Ärla", "Märta", "Göran", "Björn", "Sören", "Håkan", "Ingrid", "Maja", "Elsa", "Nils", "Oskar", "Wilma",
        "Zebulon", "Fatima", "Ahmed", "Leila", "Mikael", "Jörgen", "Lena", "Kerstin", "Gösta", "Hjördis", "Tuva", "Vera", "Walter", "Viktor", "Agnes", "Erik",
        "Hanna", "Johan", "Yasmin", "Xerxes", "Malin", "Per-Åke", "Anna-Märta", "Lars-Göran", "Britt-Louise", "Ölme", "Saga", "Tor", "Signe", "Ture", "Ebba", "Isak",
    ];

    public static readonly string[] Last =
    [
        "Ström", "Åkesson", "Ek", "Öberg", "Ängström", "Lindqvist", "Wallin", "Vallgren", "Nordvik", "Sjögren", "Björklund", "Håkansson", "Östlund", "Ärlig",
        "Dahl", "Fors", "Granath", "Hägg", "Isaksson", "Jönsson", "Kårhammar", "Löfgren", "Möller", "Norén", "Palmér", "Quist", "Rådström", "Sätherberg",
        "Törnqvist", "Ulvaeus-Berg", "Vikström", "Wåhlin", "Yngvesson", "Zetterström", "Åberg", "Åström", "Öhman", "Blomkvist", "Cederlöf", "Ekdahl",
        "von Hammarsköld-Ridderstråle", "Bergström", "Fältskog", "Grönlund", "Hellgren", "Kjellberg", "Lönn", "Mårdh", "Nyström", "Svärd",
    ];

    /// <summary>Second-level accounts of the demo customer: regions and companies of the group.</summary>
    public static readonly (string Name, string? Alias)[] Divisions =
    [
        ("Nordvik Bygg Region Norr", "Norrland"), ("Nordvik Bygg Region Mälardalen", null), ("Nordvik Anläggning AB", "Anläggning"),
        ("Nordvik Fastighetsförvaltning AB", "Förvaltning"), ("Nordvik Maskin & Kran AB", null),
    ];

    /// <summary>Third-level accounts: branches, sites and departments.</summary>
    public static readonly string[] Branches =
    [
        "Umeå", "Östersund", "Åre – Duved", "Skellefteå", "Västerås", "Uppsala", "Örebro", "Eskilstuna", "Väg och järnväg", "Broar", "Vatten och avlopp",
        "Förvaltning Ångermanland", "Städ & skötsel", "Hyresgästservice", "Kranuthyrning", "Verkstad Sätra", "Maskinpark Öst", "Växel och reception",
        "Gemensam inköps-, logistik- och fordonsadministration för bygg- och anläggningsverksamheten i hela Mellansverige (inklusive utlandsprojekt)",
    ];

    public static readonly string[] Cities = ["Umeå", "Östersund", "Åre", "Skellefteå", "Västerås", "Uppsala", "Örebro", "Eskilstuna", "Härnösand", "Malmö"];
    /// <summary>The city that an account is named after, or the drawn one.</summary>
    public static string CityOf(string accountName, string drawn) => Cities.FirstOrDefault(city => accountName.Contains(city, StringComparison.Ordinal)) ?? drawn;

    public static readonly string[] Streets = ["Storgatan", "Ängsvägen", "Åsgatan", "Järnvägsgatan", "Östra Hamngatan", "Gruvvägen", "Norra Kungsgatan", "Sågverksvägen"];
    public static readonly string[] Phones = ["Fairphone 5", "Samsung Galaxy S24", "Samsung Galaxy XCover7", "Apple iPhone 15", "Apple iPhone SE", "Google Pixel 8", "Nokia 3310 4G", "CAT S75"];
    public static readonly string[] Routers = ["Teltonika RUT956", "Huawei B535", "Netgear Nighthawk M6", "Zyxel NR5103"];
    public static readonly string[] Sites = ["Bodvagn", "Platskontor", "Reservlina", "Kameramast", "Larmsändare", "Pumpstation", "Väderstation", "Passersystem"];
}
