using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Application.Messages;
using Connect.Application.Tests.Common;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

/// <summary>One user who can log in, the counters of failed tries, and the sessions, attempts and messages that come of it.</summary>
internal sealed class IdentityScene
{
    public const string Password = "Grön-häst-42-moln";

    public IdentityScene(CurrentUser? caller = null)
    {
        Caller = caller ?? new CurrentUser();
        if (caller is null) Caller.ComesFrom("192.0.2.1");
        Users.FindAsync(Arg.Any<string>(), Arg.Any<CancellationToken>()).Returns(call => call.Arg<string>() == User.UserName ? User : null);
        Users.GetAsync(Arg.Any<Guid>(), Arg.Any<CancellationToken>()).Returns(_ => User);
        Hasher.VerifyAsync(Arg.Any<string?>(), Arg.Any<string>(), Arg.Any<CancellationToken>()).Returns(call =>
            call.ArgAt<string?>(0) is null || call.ArgAt<string>(1) != Password ? PasswordCheck.Wrong : Check);
        Hasher.HashAsync(Arg.Any<string>(), Arg.Any<CancellationToken>()).Returns(call => $"hash of {call.Arg<string>()}");
        Sessions.AddAsync(Arg.Do<NewSession>(Begun.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        Messages.SmsAsync(Arg.Do<Sms>(Texts.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        Messages.MailAsync(Arg.Do<Mail>(Mails.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        Attempts.SetCodeAsync(Arg.Do<NewCode>(Codes.Add), Arg.Any<CancellationToken>()).Returns(true);
        Guard = new LoginGuard(Throttle, new Scene.Transactions(), Caller, Clock);
        Starter = new SessionStarter(Sessions, Users, Caller, Options, Clock);
        LoginCodes = new LoginCodes(Attempts, Messages, MessageTexts, Options, Clock);
        Steps = new LoginSteps(new Scene.Transactions(), Starter, LoginCodes, Guard, Users);
    }

    public FakeTimeProvider Clock { get; } = Scene.Clock();
    public IdentityOptions Options { get; } = new();
    public CurrentUser Caller { get; }
    public ILoginUsers Users { get; } = Substitute.For<ILoginUsers>();
    public IPasswordHasher Hasher { get; } = Substitute.For<IPasswordHasher>();
    public ISessions Sessions { get; } = Substitute.For<ISessions>();
    public ILoginAttempts Attempts { get; } = Substitute.For<ILoginAttempts>();
    public IMessages Messages { get; } = Substitute.For<IMessages>();
    public MessageTexts MessageTexts { get; } = new(new MessageOptions("Nordtel", "https://portal.example.se/"));
    public Counters Throttle { get; } = new();
    public LoginGuard Guard { get; }
    public SessionStarter Starter { get; }
    public LoginCodes LoginCodes { get; }
    public LoginSteps Steps { get; }

    /// <summary>What the hasher says of the right password.</summary>
    public PasswordCheck Check { get; set; } = PasswordCheck.Right;

    public LoginUser User { get; set; } = new()
    {
        Id = Guid.CreateVersion7(), OrganisationId = Guid.CreateVersion7(), UserName = "anna.admin", Email = "anna@example.com", PasswordHash = "hash",
        MobileNumber = "+46701740605", Language = "sv", SmsTwoFactor = false, IsActive = true,
    };

    public List<NewSession> Begun { get; } = [];
    public List<Sms> Texts { get; } = [];
    public List<Mail> Mails { get; } = [];
    public List<NewCode> Codes { get; } = [];

    /// <summary>An attempt that waits for its code, which was sent just now.</summary>
    public LoginAttempt Opened(string token)
    {
        var attempt = new LoginAttempt
        {
            Id = Guid.CreateVersion7(), UserId = User.Id, OrganisationId = User.OrganisationId, MobileNumber = User.MobileNumber, Language = "sv", CodesSent = 1,
            CodeSentAt = Scene.Now, CodeExpiresAt = Scene.Now.AddMinutes(5),
        };
        Attempts.FindAsync(Token.Hash(token), Arg.Any<DateTimeOffset>(), Arg.Any<CancellationToken>()).Returns(attempt);
        return attempt;
    }

    /// <summary>The counters of failed tries, as the database keeps them.</summary>
    internal sealed class Counters : ILoginThrottle
    {
        public Dictionary<string, ThrottleCounter> Kept { get; } = [];

        public Task<IReadOnlyList<ThrottleCounter>> ReadAsync(IReadOnlyList<string> keys, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<ThrottleCounter>>([.. keys.Where(Kept.ContainsKey).Select(key => Kept[key])]);

        public Task SaveAsync(ThrottleCounter counter, CancellationToken cancellation)
        {
            Kept[counter.ThrottleKey] = counter;
            return Task.CompletedTask;
        }

        public Task RemoveAsync(string key, CancellationToken cancellation)
        {
            Kept.Remove(key);
            return Task.CompletedTask;
        }

        public Task ForgetAsync(DateTimeOffset windowBefore, CancellationToken cancellation) => Task.CompletedTask;
    }
}
