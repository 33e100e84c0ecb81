namespace Connect.Infrastructure.Tests.Reports;

/// <summary>Of each report's sheets how many rows there are, and of what kind each column is that holds something.</summary>
internal static class OpenpyxlExpected
{
    public static readonly Dictionary<string, string> Of = new()
    {
        ["invoice"] = """
            Fakturarader 6
              Fakturadatum day; Faktura text; Konto text; Nummer text; Användarnamn text; Kostnadsställe text; Avser text; Från och med day;
              Till och med day; Antal number; Enhet text; À-pris exkl. moms amount; Belopp exkl. moms amount; Moms (%) number
            Kostnad per tjänst 3
              Nummer text; Användarnamn text; Kostnadsställe text; Rader number; Belopp exkl. moms amount
            Kostnad per användarnamn 3
              Användarnamn text; Tjänster number; Rader number; Belopp exkl. moms amount
            """,
        ["credited"] = """
            Krediterade tjänster 1
              Fakturadatum day; Kreditfaktura text; Avser faktura text; Konto text; Nummer text; Användarnamn text; Kostnadsställe text;
              Avser text; Från och med day; Till och med day; Krediterat exkl. moms amount
            """,
        ["calls"] = """
            Specifikation samtal 7
              Nummer text; Användarnamn text; Konto text; Trafikslag text; Riktning text; Zon text; Land text; Antal number; Längd duration;
              Meddelanden number; Data (MB) number; Kostnad exkl. moms amount; Varav ej fakturerat amount
            """,
        ["ended-services"] = """
            Avslutade tjänster 1
              Avslutad day; Användarnamn text; Nummer text; Tjänst text; Typ av tjänst text; Konto text; Startdatum day;
              Månadspris vid avslut amount
            """,
        ["services"] = """
            Tjänster 4
              Status text; Användarnamn text; Nummer text; Fast nummer text; Tjänst text; Typ av tjänst text; Konto text;
              Månadspris exkl. moms amount; Kostnadsställe text; Anställningsnummer text; Externt användarnamn text; Datapaket text;
              Prislista text; ICC text; Installationsadress text; Startdatum day; Bunden till och med day; Slutdatum day
            Antal per tjänst 3
              Tjänst text; Typ av tjänst text; Aktiva number; Beställda number; Avslutade number; Månadspris exkl. moms amount
            """,
        ["sla"] = """
            Ärenden mot SLA 6
              Ärende text; Rubrik text; Prioritet text; Status text; Konto text; Skapat time; Avtalad svarstid duration; Svarstid duration;
              Svar text; Avtalad lösningstid duration; Lösningstid duration; Lösning text
            Per prioritet 4
              Prioritet text; Ärenden number; Svar i tid number; Svar för sent number; Försenat, ej besvarat number;
              Svar pågår number; Svar utan SLA eller ej aktuellt number; Löst i tid number; Löst för sent number; Försenat, ej löst number;
              Lösning pågår number; Lösning utan SLA eller ej aktuell number
            """,
        ["traffic"] = """
            Trafikspecifikation 14
              Datum och tid time; Nummer text; Användarnamn text; Kostnadsställe text; Anställningsnummer text; Konto text; Riktning text;
              Trafikslag text; Zon text; Land text; B-nummer text; Längd duration; Antal number; Data (MB) number; Kostnad exkl. moms amount;
              Faktura text
            """,
        ["all-traffic"] = """
            Samtal och meddelanden 2
              Nummer text; Användarnamn text; Kostnadsställe text; Anställningsnummer text; Konto text; Samtal till mobil, antal number;
              Samtal till mobil, tid duration; Samtal till mobil, kostnad amount; Nationella samtal, antal number;
              Nationella samtal, tid duration; Nationella samtal, kostnad amount; Utlandssamtal, antal number; Utlandssamtal, tid duration;
              Utlandssamtal, kostnad amount; Övriga samtal, antal number; Övriga samtal, tid duration; Övriga samtal, kostnad amount;
              SMS, antal number; SMS, kostnad amount; MMS, antal number; MMS, kostnad amount; Summa kostnad exkl. moms amount
            Datatrafik 1
              Nummer text; Användarnamn text; Kostnadsställe text; Anställningsnummer text; Konto text; Sessioner number; Data (MB) number;
              Varav roaming (MB) number; Kostnad exkl. moms amount
            """,
        ["orders"] = """
            Beställningar 3
              Beställning text; Typ text; Status text; Användarnamn text; Tjänst text; Konto text; Beställd time; Beställd av text;
              Förväntad day; Klar time; Engångspris exkl. moms amount; Månadspris exkl. moms amount
            """,
        ["tickets"] = """
            Ärenden 3
              Ärende text; Rubrik text; Typ text; Status text; Prioritet text; Konto text; Användarnamn text; Nummer text; Skapat av text;
              Skapat time; Besvarat time; Löst time; Senast ändrat time
            """,
        ["invoice-calls"] = """
            Samtalsspecifikation faktura 3
              Datum och tid time; Nummer text; Användarnamn text; Konto text; Riktning text; Trafikslag text; Zon text; Land text; B-nummer text;
              Längd duration; Antal number; Data (MB) number; Kostnad exkl. moms amount; Faktura text
            """,
    };
}
