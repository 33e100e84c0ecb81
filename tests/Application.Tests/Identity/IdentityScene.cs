using Connect.Application.Common.Ports;
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
        Guard = new LoginGuard(Throttle, new Scene.Transactions(), Caller, Options, Clock);
        Starter = new SessionStarter(Sessions, Users, Caller, Options, Clock);
        Sms = new CodeSms(Messages, MessageTexts, Holds, Options, Clock);
        LoginCodes = new LoginCodes(Attempts, Sms, Options, Clock);
        Notices = new SecurityNotices(Users, Messages, MessageTexts, Clock);
        Factors = new SecondFactors(TwoFactor, Totp, new Scene.Secrets(), Attempts, Notices);
        Steps = new LoginSteps(new Scene.Transactions(), new LoginSessions(Starter, Users), LoginCodes, Guard, Factors);
        Setups = new AuthenticatorSetups(TwoFactor, Totp, new Scene.Secrets(), Qr, Installation);
        Authenticator = new OwnAuthenticator(Setups, new RecoveryCodes(TwoFactor), Notices, Clock);
        Stored = new StoredPassword(Users, Sessions, Links, Clock);
        NewPassword = new NewPassword(Rules(), Hasher);
        Proof = new NumberProof(Checks, new Scene.Secrets(), Sms, Options, Clock);
        Change = new DetailsChange(Users, Links, new DetailsMail(Notices, Clock));
        Checks.FindAsync(Arg.Any<Guid>(), Arg.Any<CancellationToken>()).Returns(_ => NumberCheck);
        Checks.SaveAsync(Arg.Do<NumberCheck>(check => NumberCheck = check), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        Switch = new FactorSwitch(TwoFactor, new RecoveryCodes(TwoFactor), Notices);
        SetupAttempts = new SetupAttempts(Attempts, Guard, new LoginAudit(new Scene.Audit(), Clock));
        Qr.Png(Arg.Any<string>()).Returns(call => System.Text.Encoding.UTF8.GetBytes(call.Arg<string>()));
        Totp.NewSecret().Returns("SECRET");
        Totp.Address(Arg.Any<string>(), Arg.Any<string>(), Arg.Any<string>()).Returns(call => string.Join('|', call.ArgAt<string>(1), call.ArgAt<string>(2), call.ArgAt<string>(0)));
        Totp.StepOf("SECRET", "123456", Arg.Any<DateTimeOffset>()).Returns(77);
        TwoFactor.SetRecoveryCodesAsync(Arg.Any<Guid>(), Arg.Do<IReadOnlyList<string>>(RecoveryHashes.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        Links.AddAsync(Arg.Do<NewLink>(SentLinks.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
    }

    public FakeTimeProvider Clock { get; } = Scene.Clock();
    public IdentityOptions Options { get; } = new();
    public CurrentUser Caller { get; }
    public ILoginUsers Users { get; } = Substitute.For<ILoginUsers>();
    public IPasswordHasher Hasher { get; } = Substitute.For<IPasswordHasher>();
    public ISessions Sessions { get; } = Substitute.For<ISessions>();
    public ILoginAttempts Attempts { get; } = Substitute.For<ILoginAttempts>();
    public INumberHolds Holds { get; } = Substitute.For<INumberHolds>();
    public IMessages Messages { get; } = Substitute.For<IMessages>();
    public static MessageOptions Installation { get; } = new("Nordtel", "https://portal.example.se/");
    public MessageTexts MessageTexts { get; } = new(Installation);
    public ITwoFactor TwoFactor { get; } = Substitute.For<ITwoFactor>();
    public ITotp Totp { get; } = Substitute.For<ITotp>();
    public IQrCode Qr { get; } = Substitute.For<IQrCode>();
    public IOneTimeLinks Links { get; } = Substitute.For<IOneTimeLinks>();
    public IPersonalTokens Tokens { get; } = Substitute.For<IPersonalTokens>();
    public INumberChecks Checks { get; } = Substitute.For<INumberChecks>();
    public CodeSms Sms { get; }
    public NumberProof Proof { get; }
    public DetailsChange Change { get; }
    public SecurityNotices Notices { get; }
    public SecondFactors Factors { get; }
    public AuthenticatorSetups Setups { get; }
    public OwnAuthenticator Authenticator { get; }
    public StoredPassword Stored { get; }
    public NewPassword NewPassword { get; }
    public FactorSwitch Switch { get; }
    public SetupAttempts SetupAttempts { get; }
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
        MobileNumber = "+46701740605", Language = "sv", SmsTwoFactor = false, IsActive = true, Name = "Anna Åkesson", OrganisationName = "Nordvik Bygg AB", RequireTwoFactor = false, HasAuthenticator = false,
    };

    /// <summary>The number that waits for its code.</summary>
    public NumberCheck? NumberCheck { get; set; }

    public List<NewSession> Begun { get; } = [];
    public List<Sms> Texts { get; } = [];
    public List<Mail> Mails { get; } = [];
    public List<NewCode> Codes { get; } = [];
    public List<NewLink> SentLinks { get; } = [];
    public List<IReadOnlyList<string>> RecoveryHashes { get; } = [];

    /// <summary>The rules over a short list of common passwords.</summary>
    public static PasswordRules Rules()
    {
        var common = Substitute.For<ICommonPasswords>();
        common.Contains(Arg.Any<string>()).Returns(call => call.Arg<string>() is "password" or "qwerty" or "connect");
        return new(common, Installation);
    }

    /// <summary>The user has an authenticator app, or begins to set one up.</summary>
    public void HasSecret(string? inUse = null, string? pending = null) =>
        TwoFactor.FindAsync(User.Id, Arg.Any<CancellationToken>()).Returns(new StoredAuthenticator { Secret = inUse, PendingSecret = pending });

    /// <summary>A link of the purpose that was mailed to the user and still works.</summary>
    public void Linked(LinkPurpose purpose, bool used = false)
    {
        Links.FindAsync(purpose, Token.Hash("link"), Scene.Now, Arg.Any<CancellationToken>()).Returns(new LinkOwner
        {
            UserId = User.Id, OrganisationId = User.OrganisationId, OrganisationName = "Nordvik Bygg AB", UserName = "anna.admin", Email = "anna@example.com", Name = "Anna Åkesson",
        });
        Links.UseAsync(purpose, Token.Hash("link"), Scene.Now, Arg.Any<CancellationToken>()).Returns(!used);
    }

    public PasswordByLink ByLink => new(new Scene.Transactions(), Links, NewPassword, Stored, Clock);

    /// <summary>An attempt that waits for its code, which was sent just now.</summary>
    public LoginAttempt Opened(string token)
    {
        var attempt = new LoginAttempt
        {
            Id = Guid.CreateVersion7(), UserId = User.Id, OrganisationId = User.OrganisationId, MobileNumber = User.MobileNumber, Language = "sv", CodesSent = 1,
            CodeSentAt = Scene.Now, CodeExpiresAt = Scene.Now.AddMinutes(5), SmsTwoFactor = true, HasAuthenticator = false, RecoveryCodesLeft = 0,
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
