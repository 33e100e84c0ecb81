using Connect.Application.Identity;
using Connect.Application.Messages;
using Connect.Application.Tests.Common;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

/// <summary>The numbers that codes are kept from, and one user whose codes go to <see cref="Number"/>.</summary>
internal sealed class NumberGuardScene
{
    public const string Number = "+46701740605";
    private readonly IdentityScene _login = new();
    private readonly INumberHolds _holds = Substitute.For<INumberHolds>();

    public NumberGuardScene()
    {
        _login.Users.GetAsync(_login.User.Id, Arg.Any<CancellationToken>()).Returns(_login.User);
        _holds.CodeReceiversAsync(Arg.Any<string>(), Arg.Any<CancellationToken>()).Returns([]);
        _holds.CodeReceiversAsync(Number, Arg.Any<CancellationToken>()).Returns([_login.User.Id]);
        _holds.HoldAsync(Arg.Do<string>(number => Held.Add(number)), Scene.Now, Arg.Do<DateTimeOffset>(Until.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        Guard = new NumberGuard(_holds, _login.Notices, _login.Options, _login.Clock);
    }

    public NumberGuard Guard { get; }
    public List<string> Held { get; } = [];
    public List<DateTimeOffset> Until { get; } = [];
    public IReadOnlyList<Mail> Mails => _login.Mails;

    /// <summary>Codes are kept from the number for a day from now; the user was told or not.</summary>
    public void ShouldHold(bool told)
    {
        Held.ShouldBe([Number]);
        Until.ShouldBe([Scene.Now.AddHours(24)]);
        Mails.Count.ShouldBe(told ? 1 : 0);
    }
}
