using Connect.Application.Users;

namespace Connect.Web.Pages.Users;

internal static class UserWords
{
    /// <summary>Name and user name: several users may stand for the same person.</summary>
    public static string Called(this UserFacts user) => Called(user.Name, user.UserName);

    public static string Called(this UserRow user) => Called(user.Name, user.UserName);

    private static string Called(string name, string userName) => $"{name} ({userName})";
}
