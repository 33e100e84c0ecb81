using System.Globalization;
using System.Runtime.CompilerServices;
using Connect.Application.Audit;
using Connect.Application.Common.Texts;
using Connect.TestKit;

namespace Connect.Application.Tests.Audit;

[Covers("USR-3", "before and after in the reader's words")]
public sealed class AuditWordsTests
{
    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Every_field_that_a_message_tells_of_has_a_name(string language)
    {
        // What is told is written down as objects without a name of their own.
        var told = typeof(AuditWords).Assembly.GetTypes().Where(type => type.IsDefined(typeof(CompilerGeneratedAttribute), false) && type.Name.Contains("AnonymousType", StringComparison.Ordinal))
            .SelectMany(type => type.GetProperties()).Select(property => property.Name).Concat(["ExternalUserName", "CostCentre", "EmployeeNumber"]).Distinct().ToList();
        told.Count.ShouldBeGreaterThan(40);
        told.Where(name => Text.Find(Text.Culture(language), $"AuditFields.{name}") is null).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("contactPerson.name", "Kontaktperson · Namn")]
    [InlineData("smsTwoFactor", "Engångskod med SMS")]
    [InlineData("unheardOf", "unheardOf")]
    public void A_field_is_called_by_its_name_in_the_portal(string field, string called) => Swedish(() => AuditWords.Field(field).ShouldBe(called));

    [Theory]
    [InlineData("state", "Received", "Mottagen")]
    [InlineData("state", "Solved", "Löst")]
    [InlineData("status", "Terminating", "Avslutas")]
    [InlineData("rights", "ViewInvoices, RunReports", "Se fakturor, Se/generera rapporter")]
    [InlineData("barrings", "PremiumCalls, AllData", "Betalsamtal, All data")]
    [InlineData("list", "services", "Tjänster")]
    [InlineData("kind", "all-traffic", "Trafikspecifikation alla tjänster")]
    [InlineData("kind", "list.users", "Användare")]
    [InlineData("kind", "unheard", "unheard")]
    [InlineData("forwardings", "Busy +46701740605; NoReply +46701740606 20; Unconditional -", "Vid upptaget till 070-174\u00a006\u00a005, Efter 20 s ringtid till 070-174\u00a006\u00a006, Direkt tas bort")]
    [InlineData("forwardings", "", "")]
    [InlineData("noticesOff", "OrderDelivered", "det jag beställt är levererat")]
    [InlineData("period", "HalfYear", "Halvår")]
    [InlineData("language", "en", "Engelska")]
    [InlineData("expiresAt", "2026-03-10T11:30:05.123+00:00", "2026-03-10 12:30")]
    [InlineData("isActive", "True", "Ja")]
    [InlineData("isActive", "False", "Nej")]
    [InlineData("userName", "Received", "Received")]
    [InlineData("state", "Unheard", "Unheard")]
    [InlineData("alias", null, null)]
    public void A_value_is_called_as_on_the_pages_where_it_has_a_word(string field, string? value, string? called) => Swedish(() => AuditWords.Value(field, value).ShouldBe(called));

    [Fact]
    public void A_refusal_is_told_in_words() => Swedish(() =>
    {
        AuditWords.Reason("LastAdministrator").ShouldBe(Text.Get("Errors.LastAdministrator"));
        AuditWords.Reason("ViewsTooMany").ShouldBe("Du kan ha högst … vyer av en lista. Ta bort någon först.", "its words want a number");
        AuditWords.Reason("ReportTooEarly").ShouldBe("Perioden börjar för långt tillbaka. Välj ett datum från och med ….");
        AuditWords.Reason("SqliteException").ShouldBe("Ett oväntat fel i portalen.");
    });

    [Fact]
    public void Before_and_after_are_each_one_line_of_what_changed() => Swedish(() =>
    {
        const string before = """{"name":"Bo","isActive":true,"city":"Lund"}""", after = """{"name":"Bea","isActive":false,"city":"Lund","alias":null}""";
        (AuditChanges.Written(before, after, change => change.Before), AuditChanges.Written(before, after, change => change.After)).ShouldBe(("Namn: Bo; Aktiv: Ja", "Namn: Bea; Aktiv: Nej"));
        AuditChanges.Written(null, null, change => change.After).ShouldBeNull();
        AuditChanges.Of(null, """{"kind":"traffic","account":null,"barrings":""}""").ShouldHaveSingleItem().Field.ShouldBe("kind", "what is empty on both sides tells nothing");
    });

    private static void Swedish(Action look)
    {
        CultureInfo.CurrentUICulture = Text.Swedish;
        look();
    }
}
