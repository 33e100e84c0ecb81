using Connect.Domain.Subscriptions;
using Connect.Domain.Tickets;

namespace Connect.Infrastructure.Demo;

/// <summary>A ticket as it may have been written. Messages take turns, the customer first; {0} stands for the service's user.</summary>
internal sealed record DemoThread(TicketType Type, TicketPriority? Priority, string Title, params string[] Messages)
{
    public bool IsAboutService => Type == TicketType.Support;

    /// <summary>The kind of service that it is about; people's telephones unless told.</summary>
    public SubscriptionKind? Kind { get; init; }

    public bool Fits(SubscriptionKind kind) => Kind is { } only ? kind == only : kind is SubscriptionKind.Mobile or SubscriptionKind.PbxUser;
}

/// <summary>What customers of the demo write about, and what they are answered.</summary>
internal static class DemoThreads
{
    public static readonly DemoThread[] All =
    [
        new(TicketType.Support, TicketPriority.High, "Ingen täckning sedan i morse",
            "Hej!\n\n{0} har ingen täckning alls sedan i morse. Telefonen är omstartad och SIM-kortet är ur och i. Kollegan bredvid har full täckning.\n\nHälsningar",
            "Hej!\n\nTack för felanmälan. Vi ser att kortet inte har registrerat sig i nätet sedan kl. 06.40. Vi har skickat en ny registrering: kan ni slå på flygplansläge i en minut och prova igen?",
            "Nu fungerar det. Tack för snabb hjälp!",
            "Vad bra! Då markerar vi ärendet som löst. Svara här om det kommer tillbaka."),
        new(TicketType.Support, TicketPriority.Critical, "Växeln tar inte emot samtal",
            "Alla inkommande samtal till växeln bryts efter en signal. Det började vid lunch och vi tappar kunder just nu.",
            "Hej, vi ser felet och har lyft det till nätdriften. Uppdatering kommer inom 30 minuter.",
            "Tack, vi väntar.",
            "Felet berodde på en störning i samtrafiken och är avhjälpt sedan 13.52. Inkommande samtal ska fungera igen. En incidentrapport kommer i början av nästa vecka."),
        new(TicketType.Invoice, null, "Fel belopp för utlandssamtal",
            "På senaste fakturan finns utlandssamtal på drygt 1 800 kr. Vi har Norden i prislistan, så det borde ha ingått.\n\nKan ni kontrollera?",
            "Hej!\n\nSamtalen gick till Schweiz, som inte ingår i Norden. Vi kan lägga till Världen framåt: https://support.connect.example/prislistor",
            "Aha, då förstår vi. Lägg gärna till Världen från månadsskiftet.",
            "Det är gjort, och vi krediterar hälften av beloppet den här gången."),
        new(TicketType.Order, null, "När levereras de nya abonnemangen?",
            "Vi beställde fem nya abonnemang förra veckan. När kan vi räkna med korten?",
            "Hej! Korten är postade i dag och bör vara framme inom två arbetsdagar. Spårningsnummer finns på följesedeln."),
        new(TicketType.Support, TicketPriority.Normal, "Långsamt internet på kontoret",
            "Sedan förra veckan är det segt på eftermiddagarna. Vi mäter 20–30 Mbit/s i stället för 100.",
            "Hej! Vi ser förlorade paket mot er adress mellan 14 och 16. En tekniker kan komma på torsdag förmiddag, passar det? Vem tar emot?") { Kind = SubscriptionKind.Broadband },
        new(TicketType.Agreement, null, "Uppsägningstid för växelanvändare",
            "Vilken uppsägningstid gäller för växelanvändarna i vårt avtal, och räknas den från månadsskiftet?",
            "Hej! Tre månader, räknat till slutet av en kalendermånad. Under fliken Avsluta tjänst i portalen ser du exakt datum innan du bekräftar.",
            "Perfekt, tack!",
            "Tack själv! Vi stänger ärendet."),
        new(TicketType.Support, TicketPriority.Low, "Röstbrevlådan på engelska",
            "Kan vi få hälsningen i röstbrevlådan på engelska för {0}?",
            "Hej! Ja, ring 333 från telefonen, välj 9 och sedan 2. Säg till om ni hellre vill att vi gör det härifrån."),
        new(TicketType.Other, null, "Ny kontaktperson från månadsskiftet",
            "Från och med den första är det Tuva Wåhlin som är vår kontaktperson för teknik. Hon nås på samma växelnummer."),
        new(TicketType.PortalFault, null, "Excelfilen öppnas inte på Mac",
            "När jag exporterar listan med tjänster säger Numbers att filen är skadad. I Excel på min kollegas PC går det bra.\n\nSida: /services\nWebbläsare: Safari, macOS",
            "Hej, och tack för rapporten! Vilken version av macOS och Numbers har du?"),
        new(TicketType.Support, TicketPriority.High, "{0} kan inte ringa utomlands",
            "{0} är på resa i Finland och kommer inte ut på samtal. SMS fungerar. Vi behöver det löst i dag om det går.",
            "Hej! Det ligger en spärr för utgående utlandssamtal på numret. Vill ni att vi tar bort den, eller gör ni det själva under Mobilspärrar i portalen?"),
        new(TicketType.Support, TicketPriority.Normal, "SIM-kortet i larmsändaren svarar inte",
            "Larmsändaren på bygget har inte svarat sedan i går kväll. Kan ni se om kortet är uppkopplat?") { Kind = SubscriptionKind.MobileBroadband },
        new(TicketType.Invoice, null, "Kan vi få påminnelsen borttagen?",
            "Vi fick en påminnelseavgift på fakturan trots att vi betalade i tid. Kvitto finns.",
            "Hej! Betalningen kom in en dag för sent på grund av helgen. Vi tar bort avgiften den här gången.",
            "Tack, det uppskattas.",
            "Då är det klart. Ha en fin dag!"),
        new(TicketType.Order, null, "Ändra leveransadress",
            "Beställningen gick till den gamla adressen. Kan ni skicka korten till Ängsvägen 12 i stället?"),
        new(TicketType.Support, TicketPriority.Normal, "MMS går inte fram",
            "{0} kan ta emot MMS men inte skicka. Det står \"väntar\" och händer inget mer.\n\n- Telefonen är omstartad\n- Mobildata är på\n- Samma fel på wifi av och på",
            "Hej!\n\nInställningen för MMS saknas i telefonen. Vi har skickat nya inställningar som ett SMS, godkänn dem och starta om.",
            "Nu gick det i väg. Tack!",
            "Härligt! Ärendet är löst."),
    ];
}
