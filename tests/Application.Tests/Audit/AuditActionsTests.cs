using System.Globalization;
using Connect.Application.Audit;
using Connect.Application.Common.Texts;
using Connect.TestKit;

namespace Connect.Application.Tests.Audit;

public sealed class AuditActionsTests
{
    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    [Covers("USR-3", "everything that is kept has a name that people read")]
    public void Every_message_that_is_kept_has_a_text(string language)
    {
        CultureInfo reader = Text.Culture(language);
        AuditActions.Kept.Where(name => Text.Get(reader, $"AuditActions.{name}") is var text && (text.Length == 0 || text.Contains(name, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_only_asked_for_is_told_by_the_part_of_the_portal_that_it_belongs_to()
    {
        CultureInfo.CurrentUICulture = Text.Swedish;
        (AuditActions.Called("ListUsers"), AuditActions.Called("GetUser"), AuditActions.Called("GetSubscription")).ShouldBe(("Försökte läsa användare", "Försökte läsa användare", "Försökte läsa tjänster"));
        AuditActions.Called("Unheard").ShouldBe(Text.Get("AuditActions.Look"));
    }
}
