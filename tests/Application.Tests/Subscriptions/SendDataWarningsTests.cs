using Connect.Application.Common.Ports;
using Connect.Application.Messages;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions;

[Covers("SVC-12", "the mail of a warning")]
public sealed class SendDataWarningsTests
{
    private static readonly DateOnly March = new(2026, 3, 1);
    private readonly IDataWarnings _warnings = Substitute.For<IDataWarnings>();
    private readonly IMessages _messages = Substitute.For<IMessages>();
    private readonly List<Mail> _mails = [];

    public SendDataWarningsTests()
    {
        _warnings.DueAsync(default, default, default, default).ReturnsForAnyArgs([]);
        _messages.MailAsync(Arg.Do<Mail>(_mails.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
    }

    [Fact]
    public async Task Each_user_gets_one_mail_in_the_own_language_with_what_is_used_up_first()
    {
        var (anna, karl) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Due(ofAll: true, Warning(anna, "Åke Ström", 8_400_000_000, "sv"), Warning(anna, "Bo Ek", 10_000_000_000, "sv"), Warning(karl, "Åke Ström", 8_400_000_000, "en"));
        await RunAsync();
        _mails.Count.ShouldBe(2);
        _mails[0].ShouldSatisfyAllConditions(
            m => m.Subject.ShouldBe("Connect: data är på väg att ta slut för 2 tjänster"), m => m.UserId.ShouldBe(anna),
            m => m.Text.ShouldContain("Bo Ek: 10\u00a0GB av 10\u00a0GB (100 %), slut\nÅke Ström: 8,4\u00a0GB av 10\u00a0GB (84 %)"), m => m.Text.ShouldContain("https://portal.example/services\n"));
        _mails[1].ShouldSatisfyAllConditions(
            m => m.Subject.ShouldBe("Connect: Åke Ström has used 84 % of the data"), m => m.Text.ShouldContain("Åke Ström: 8.4\u00a0GB of 10\u00a0GB (84 %)"), m => m.Text.ShouldContain("March 2026"));
        await _warnings.Received(1).MarkAsync(March, Arg.Is<IReadOnlyList<DueDataWarning>>(told => told.Count == 2 && told[0].UserId == anna), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task More_than_a_hundred_are_counted()
    {
        var anna = Guid.CreateVersion7();
        Due(ofAll: true, [.. Enumerable.Range(0, 103).Select(i => Warning(anna, $"Tjänst {i}", 9_000_000_000, "sv"))]);
        await RunAsync();
        _mails.ShouldHaveSingleItem().Text.ShouldContain("\n… och 3 till\n");
    }

    [Fact]
    public async Task Those_who_chose_services_are_told_too()
    {
        Due(ofAll: false, Warning(Guid.CreateVersion7(), "Åke Ström", 8_000_000_000, "sv"));
        await RunAsync();
        _mails.ShouldHaveSingleItem().Text.ShouldContain("(80 %)");
    }

    [Fact]
    public async Task What_does_not_fit_in_one_look_is_told_in_the_next()
    {
        var full = Enumerable.Range(0, 2000).Select(i => Warning(new Guid(i / 1000, 0, 0, new byte[8]), $"Tjänst {i}", 9_000_000_000, "sv")).ToArray();
        _warnings.DueAsync(March, true, 2000, Arg.Any<CancellationToken>()).Returns(full, [Warning(Guid.CreateVersion7(), "Sist", 9_000_000_000, "sv")]);
        await RunAsync();
        _mails.Count.ShouldBe(3);
        _mails[^1].Text.ShouldContain("Sist");
    }

    [Fact]
    public async Task What_could_not_be_marked_is_not_mailed()
    {
        Due(ofAll: true, Warning(Guid.CreateVersion7(), "Åke Ström", 8_000_000_000, "sv"));
        _warnings.MarkAsync(default, default!, default).ReturnsForAnyArgs(Task.FromException(new InvalidOperationException()));
        await Should.ThrowAsync<InvalidOperationException>(RunAsync);
        _mails.ShouldBeEmpty();
    }

    private void Due(bool ofAll, params DueDataWarning[] due) => _warnings.DueAsync(March, ofAll, 2000, Arg.Any<CancellationToken>()).Returns(due);

    private Task RunAsync()
    {
        var handler = new SendDataWarnings(_warnings, _messages, new MessageTexts(new MessageOptions("Connect", "https://portal.example/")), new Scene.Transactions(), Scene.Clock());
        return handler.RunAsync(new DueWork(Guid.CreateVersion7(), handler.Kind, Guid.CreateVersion7(), null, "", 1), default);
    }

    private static DueDataWarning Warning(Guid user, string service, long used, string language) => new()
    {
        UserId = user, OrganisationId = Guid.CreateVersion7(), Name = "Anna", Email = "anna@example.com", Language = language, SubscriptionId = Guid.CreateVersion7(),
        UserName = service, Allowed = 10_000_000_000, Used = used,
    };
}
