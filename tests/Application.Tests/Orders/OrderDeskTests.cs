using Connect.Application.Common.Ports;
using Connect.Application.Orders;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using NSubstitute;

namespace Connect.Application.Tests.Orders;

public sealed class OrderDeskTests
{
    private readonly IOrderRepository _orders = Substitute.For<IOrderRepository>();
    private readonly INumberSeries _numbers = Substitute.For<INumberSeries>();
    private readonly IWorkQueue _work = Substitute.For<IWorkQueue>();
    private readonly List<NewWork> _toSend = [];

    public OrderDeskTests()
    {
        _numbers.NextAsync("order", Arg.Any<CancellationToken>()).Returns(4711);
        _work.EnqueueAsync(Arg.Do<NewWork>(_toSend.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
    }

    [Fact]
    public async Task An_order_starts_today_under_the_next_number_in_the_callers_name()
    {
        var user = Scene.Caller();
        var start = await new OrderDesk(_orders, _numbers, _work, user, Scene.Clock()).StartAsync(2, default);
        start.ShouldBe(new OrderStart("4711", user.Identity!.Id, "Anna Åkesson", Scene.Now, Scene.Today, new DateOnly(2026, 3, 12)));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task An_order_for_a_later_day_is_sent_on_that_day(int daysAhead, bool waits)
    {
        var day = Scene.Today.AddDays(daysAhead);
        var order = Order.Place(OrderType.SimReplacement, Scene.Reach.OrganisationId, Scene.Reach.AccountId, new OrderStart("1", null, "Anna", Scene.Now, day, null), []);
        await new OrderDesk(_orders, _numbers, _work, Scene.Caller(), Scene.Clock()).PlaceAsync(order, default);
        _toSend.ShouldHaveSingleItem().ShouldBe(new NewWork("orders.send", order.Id) { DueOn = waits ? day : null });
    }

    /// <summary>Good Friday and Easter Monday stop the post, as do Saturdays and Sundays.</summary>
    [Theory]
    [InlineData("2026-03-10", 0, "2026-03-10")]
    [InlineData("2026-03-12", 3, "2026-03-17")]
    [InlineData("2026-04-02", 1, "2026-04-07")]
    [InlineData("2026-12-23", 3, "2026-12-30")]
    public void Only_workdays_are_counted(string from, int workdays, string expected) =>
        SwedishHolidays.WorkdaysAfter(Day(from), workdays).ShouldBe(Day(expected));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
