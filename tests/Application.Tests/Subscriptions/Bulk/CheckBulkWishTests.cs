using Connect.Application.Common.Errors;
using Connect.Application.Subscriptions.Bulk;
using Connect.Application.Tests.Common;
using Connect.Domain.Subscriptions;
using MediatR;

namespace Connect.Application.Tests.Subscriptions.Bulk;

public sealed class CheckBulkWishTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Scene.Now.Date);
    private readonly BulkScene _scene = new();

    [Fact]
    public async Task What_is_wrong_whatever_the_services_are_is_told_by_the_names_of_the_form()
    {
        (await WrongAsync(new() { Kind = BulkKind.AddBarrings })).ShouldBe("Wish.Barrings BarringNone");
        (await WrongAsync(new() { Kind = BulkKind.AddBarrings, Barrings = [BarringKind.AllData, BarringKind.RoamingData] })).ShouldBe("Wish.Barrings BarringPartOf");
        (await WrongAsync(new() { Kind = BulkKind.Forwardings, Busy = "112" })).ShouldBe("Wish.Busy ForwardToEmergency");
        (await WrongAsync(new() { Kind = BulkKind.Terminate, Day = Today.AddDays(-1) })).ShouldBe("Wish.Day DayHasBeen");
    }

    [Fact]
    public async Task What_the_rows_of_a_file_can_have_is_not_missed()
    {
        await SendAsync(new() { Kind = BulkKind.Terminate });
        await SendAsync(new() { Kind = BulkKind.References });
        await SendAsync(new() { Kind = BulkKind.Terminate, Day = Today });
    }

    private async Task<string> WrongAsync(BulkWish wish) =>
        string.Join(", ", (await Should.ThrowAsync<InvalidInputException>(() => SendAsync(wish))).Problems.Select(problem => $"{problem.Field} {problem.Code}"));

    private Task<Unit> SendAsync(BulkWish wish) => new CheckBulkWish.Handler(_scene.Common).Handle(new(wish), default);
}
