using Connect.Application.Common.Texts;
using Connect.Domain.Accounts;

namespace Connect.Web.Pages.Accounts;

/// <summary>Roles of contact persons as people read them: the known ones in their language, the customer's own as they were written.</summary>
internal static class RoleWords
{
    public static string Of(string role) => ContactPerson.KnownRoles.Contains(role) ? Text.Get($"Accounts.Role.{role switch
    {
        "ekonomi" => "Finance",
        "teknik" => "Technology",
        "beslutsfattare" => "Decisions",
        _ => "Ordering",
    }}") : role;
}
