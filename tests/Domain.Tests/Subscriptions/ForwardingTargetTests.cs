using Connect.Domain.Subscriptions;

namespace Connect.Domain.Tests.Subscriptions;

public sealed class ForwardingTargetTests
{
    [Theory]
    [InlineData("070-174 06 31", ForwardingTarget.Self)]
    [InlineData("0046 8 465 004 10", ForwardingTarget.Self)]
    [InlineData("0900-123 45 67", ForwardingTarget.Premium)]
    [InlineData("0939-123 45 67", ForwardingTarget.Premium)]
    [InlineData("0944-123 45 67", ForwardingTarget.Premium)]
    [InlineData("099-123 45 67", ForwardingTarget.Premium)]
    [InlineData("070-174 06 30", null)]
    [InlineData("0910-123 45", null)]
    [InlineData("+4520123456", null)]
    public void Calls_go_anywhere_but_to_the_service_itself_and_to_what_costs_extra(string target, string? problem) =>
        ForwardingTarget.Problem(Number(target), Number("070-174 06 31"), Number("08-465 004 10")).ShouldBe(problem);

    private static PhoneNumber Number(string text) => PhoneNumber.TryParse(text, out var number) ? number : throw new ArgumentException(text, nameof(text));
}
