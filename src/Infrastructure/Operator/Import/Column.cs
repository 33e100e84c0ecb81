using System.Globalization;
using Connect.Domain.Common;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>The types that a column can have.</summary>
internal static class Column
{
    public const char ListSeparator = '|';

    /// <summary>The operator's own id of the row.</summary>
    public static ImportColumn Id(string description) => Code("id", 64, description).Required().In("ExternalId");

    public static ImportColumn Organisation() => Reference("organisation", Kinds.Organisations, "Id of the organisation that the row belongs to.").Required();

    public static ImportColumn Text(string name, int max, string description) =>
        new(name, $"text, at most {max}", description, text => FieldReaders.Text(text, max));

    /// <summary>Text that is compared as it stands: ids and numbers of the operator.</summary>
    public static ImportColumn Code(string name, int max, string description) => Text(name, max, description) with { IsId = true };

    public static ImportColumn Reference(string name, string kind, string description) =>
        new(name, $"id in {kind}", description, text => FieldReaders.Text(text, 64)) { RefersTo = kind };

    public static ImportColumn Number(string name, long min, long max, string description) =>
        new(name, $"whole number, {Written(min)} to {Written(max)}", description, text => FieldReaders.Number(text, min, max));

    /// <summary>From 0; stored as a whole number of the smallest that it can hold.</summary>
    public static ImportColumn Decimal(string name, int decimals, long max, string description) =>
        new(name, $"number with a point, at most {Written(decimals)} decimals, 0 to {Written(max)}", description, text => FieldReaders.Decimal(text, decimals, max));

    /// <summary>Kronor without VAT; stored in 1/10 000 krona.</summary>
    public static ImportColumn Amount(string name, string description, bool mayBeNegative = false) =>
        new(name, "amount in kronor, with a point", description, text => FieldReaders.Amount(text, mayBeNegative));

    /// <summary>Kronor and whole öre, as on an invoice; stored in 1/10 000 krona.</summary>
    public static ImportColumn Ore(string name, string description) => new(name, "amount in kronor and öre, with a point", description, FieldReaders.Ore);

    public static ImportColumn Date(string name, string description) => new(name, "date, YYYY-MM-DD", description, FieldReaders.Date);

    public static ImportColumn Instant(string name, string description) =>
        new(name, "instant, ISO 8601; Swedish time without an offset", description, FieldReaders.Instant);

    public static ImportColumn Boolean(string name, string description) => new(name, "true or false", description, FieldReaders.Boolean);

    public static ImportColumn Choice<T>(string name, string description) where T : struct, Enum =>
        new(name, string.Join(", ", Choices<T>.Names), description, Choices<T>.Read);

    public static ImportColumn Email(string name, string description) => new(name, "e-mail address", description, FieldReaders.Email);

    public static ImportColumn Phone(string name, string description) => new(name, "phone number in any spelling", description, FieldReaders.Phone);

    public static ImportColumn Icc(string name, string description) => new(name, "ICC, 19 or 20 digits", description, FieldReaders.Icc) { IsId = true };

    public static ImportColumn Of(string name, string type, string description, FieldReader read) => new(name, type, description, read);

    /// <summary>Values with | between them; the column gives the whole list.</summary>
    public static ImportColumn List(ImportColumn element, ChildTable children) => List(element, children, EqualityComparer<object?>.Default);

    /// <summary>A list of words, which are the same in capitals.</summary>
    public static ImportColumn Words(ImportColumn element, ChildTable children) => List(element, children, WordComparer);

    private static readonly EqualityComparer<object?> WordComparer = EqualityComparer<object?>.Create(
        (a, b) => StringComparer.OrdinalIgnoreCase.Equals((string?)a, (string?)b), word => StringComparer.OrdinalIgnoreCase.GetHashCode((string)word!));

    private static ImportColumn List(ImportColumn element, ChildTable children, IEqualityComparer<object?> distinct) =>
        element with { Type = $"list with | between: {element.Type}", Children = children, Read = text => FieldReaders.List(text, element.Read, distinct) };

    private static string Written(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The names of an enum as JSON spells them.</summary>
internal static class Choices<T> where T : struct, Enum
{
    public static readonly IReadOnlyList<string> Names = [.. Enum.GetNames<T>().Select(Spelled)];
    private static readonly Dictionary<string, object> Values = Enum.GetValues<T>().ToDictionary(v => Spelled(v.ToString()), v => (object)Convert.ToInt64(v, CultureInfo.InvariantCulture));
    private static readonly string All = string.Join(", ", Names);

    public static FieldValue Read(string text) => Values.TryGetValue(text, out var value) ? new(value) : new(null, "NotOneOf", All);

    public static string Spelled(T value) => Spelled(value.ToString());

    private static string Spelled(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

/// <summary>The kinds of rows that others refer to; the names of their files.</summary>
internal static class Kinds
{
    public const string Organisations = "organisations", Accounts = "accounts", ContactPersons = "contact-persons", Users = "users",
        Categories = "categories", Products = "products", DataPackages = "data-packages", PriceLists = "price-lists", AddOns = "add-ons",
        Agreements = "agreements", Subscriptions = "subscriptions", SimCards = "sim-cards", Handsets = "handsets", Devices = "devices",
        Barrings = "barrings", Forwardings = "forwardings", Orders = "orders", Invoices = "invoices", InvoiceLines = "invoice-lines", Payments = "payments",
        Documents = "documents", Usage = "usage", Monitoring = "monitoring",
        Sla = "sla", Tickets = "tickets", TicketMessages = "ticket-messages", Incidents = "incidents", Coverage = "coverage";
}
