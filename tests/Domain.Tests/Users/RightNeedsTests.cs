using Connect.Domain.Users;

namespace Connect.Domain.Tests.Users;

public sealed class RightNeedsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("ManageSubscriptions ViewSimSecrets ManageAccounts", "ManageAccounts ManageSubscriptions ViewSimSecrets")]
    [InlineData("ManageSubscriptions ViewSimSecrets ViewSubscriptions", "")]
    [InlineData("ManageAccounts ViewAccounts", "")]
    [InlineData("ViewCalledNumbers ViewSubscriptions", "ViewCalledNumbers")]
    [InlineData("ViewCalledNumbers RunReports", "")]
    [InlineData("PlaceOrders ViewInvoices RunReports ManageTickets ManageUsers", "")]
    public void A_right_that_does_nothing_alone_is_told(string rights, string lacking) =>
        string.Join(' ', RightNeeds.Lacking(rights.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Right>).ToHashSet()).Select(pair => pair.Right)).ShouldBe(lacking);

    [Fact]
    public void What_is_needed_needs_nothing_itself()
    {
        foreach (var right in Enum.GetValues<Right>())
            if (RightNeeds.Of(right) is { } needed) RightNeeds.Of(needed).ShouldBeNull();
    }
}
