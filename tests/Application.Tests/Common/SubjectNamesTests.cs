using Connect.Application.Accounts;
using Connect.Application.Common.Behaviors;
using Connect.Application.Common.Ports;
using Connect.Application.Invoices;
using Connect.Application.Orders;
using Connect.Application.Reports;
using Connect.Application.Subscriptions;
using Connect.Application.Subscriptions.Bulk;
using Connect.Application.Tickets;
using Connect.Application.Users;
using Connect.Application.Views;

namespace Connect.Application.Tests.Common;

public sealed class SubjectNamesTests
{
    private static readonly Guid Id = Guid.CreateVersion7();

    public static TheoryData<object, string?> Messages => new()
    {
        { new SetBarrings(Id, [], [], Guid.Empty), "Subscription" },
        { new GetSubscription(Id), "Subscription" },
        { new PreviewReport { Kind = "traffic", SubscriptionId = Id }, "Subscription" },
        { new GetUser(Id), "User" },
        { new FollowTicket(" 4711 ", Id), "Ticket 4711" },
        { new CancelOrder("4711"), "Order 4711" },
        { new GetInvoice("4711"), "Invoice 4711" },
        { new EditAccountAlias("4711", null), "Account 4711" },
        { new AddAccount("4711", "Nytt", Guid.Empty), "Account 4711" },
        { new MoveSubscription(Id, "4711", null, Guid.Empty), "Subscription" },
        { new CreateUser("4711", "anna", "anna@example.com", Guid.Empty), "Account 4711" },
        // Neither a phone number nor the id of what has no page tells what it is about.
        { new PreviewReport { Kind = "traffic", Number = "0701740605" }, null },
        { new CancelBulk(Id), null },
        { new CancelOrder(" "), null },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_names_what_it_is_about(object message, string? named) =>
        Written(SubjectNames.Of(message)).ShouldBe(named);

    [Fact]
    public void A_message_tells_the_report_or_the_list_that_it_asks_for()
    {
        SubjectNames.Asked(new PreviewReport { Kind = "invoice" }).ShouldBe("""{"kind":"invoice"}""");
        SubjectNames.Asked(new ListSavedViews("orders")).ShouldBe("""{"list":"orders"}""");
        SubjectNames.Asked(new ListSavedViews(new string('x', 41))).ShouldBeNull("that is no list");
        SubjectNames.Asked(new CancelOrder("4711")).ShouldBeNull();
    }

    private static string? Written(NamedSubject? subject)
    {
        if (subject?.Id is { } id) id.ShouldBe(Id);
        return subject is null ? null : $"{subject.Kind} {subject.Number}".Trim();
    }
}
