using System.Reflection;
using System.Text.RegularExpressions;
using Connect.Application.Common.Security;
using Connect.TestKit;

namespace Connect.Architecture.Tests;

/// <summary>Every command and query of the portal is in the API too (API 1). What is not stands here with its reason.</summary>
public sealed partial class ApiTests
{
    private const string Session = "changes or tells how the user logs in: wants the user's session and is refused to every program, so the portal's pages are its face";

    private static readonly Dictionary<string, string> NotInApi = new()
    {
        ["LogOut"] = Session,
        ["Reauthenticate"] = Session,
        ["ChangeMyDetails"] = Session,
        ["ChangePassword"] = Session,
        ["BeginAuthenticator"] = Session,
        ["GetAuthenticatorSetup"] = Session,
        ["ConfirmAuthenticator"] = Session,
        ["RemoveAuthenticator"] = Session,
        ["SwitchSmsTwoFactor"] = Session,
        ["ConfirmMyNumber"] = Session,
        ["SendMyNumberCode"] = Session,
        ["GetMyNumberCheck"] = Session,
        ["MakeRecoveryCodes"] = Session,
        ["ListMySessions"] = Session,
        ["EndMySession"] = Session,
        ["LogOutEverywhere"] = Session,
        ["ListMyTokens"] = Session,
        ["CreatePersonalToken"] = Session,
        ["WithdrawPersonalToken"] = Session,
        ["ReportFault"] = "tells of a page and a browser",
    };

    private static IEnumerable<Type> ForUsers => Code.Messages.Where(message => message.GetCustomAttribute<RequiresAttribute>() is not null);

    [Fact]
    [Covers("API-1", "every command and query of the portal")]
    public void Every_message_for_users_has_an_endpoint_or_a_reason_not_to()
    {
        var api = string.Concat(Code.Files("src/Web/Api", ".cs").Select(file => Comment().Replace(file.Text, "")));
        var missing = ForUsers.Select(message => message.Name).Where(name => !Regex.IsMatch(api, $@"\b{name}\b"));
        missing.Order().ShouldBe(NotInApi.Keys.Order());
    }

    /// <summary>The other side of the same coin: what has no endpoint is nothing that a token could be used for.</summary>
    [Fact]
    public void What_has_no_endpoint_is_refused_to_programs() =>
        ForUsers.Where(message => NotInApi.ContainsKey(message.Name))
            .Where(message => message.GetCustomAttribute<RequiresAttribute>()!.Rights.Count > 0 || message.GetCustomAttribute<ByTokenAttribute>() is not null)
            .Select(message => message.Name).ShouldBeEmpty();

    /// <summary>A token changes how somebody else logs in with the scope for users only, and how its own user does with none.</summary>
    [Fact]
    public void What_wants_a_fresh_log_in_is_open_to_programs_where_it_is_about_other_users() =>
        ForUsers.Where(message => message.GetCustomAttribute<RequiresFreshLoginAttribute>() is not null && message.GetCustomAttribute<ByTokenAttribute>() is not null)
            .Select(message => $"{message.Name} {string.Join(',', message.GetCustomAttribute<RequiresAttribute>()!.Rights)}").Order()
            .ShouldBe(["CreateUser ManageUsers", "EditUser ManageUsers", "ReactivateUser ManageUsers", "ResetUserTwoFactor ManageUsers", "SendInvitationAgain ManageUsers"]);

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
