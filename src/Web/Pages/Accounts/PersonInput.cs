using Connect.Application.Accounts;
using Connect.Application.Common.Texts;
using Connect.Domain.Accounts;

namespace Connect.Web.Pages.Accounts;

/// <summary>What is typed of a contact person: the known roles as boxes, the customer's own as text.</summary>
public sealed class PersonInput
{
    public Guid RequestId { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }

    /// <summary>Those of the known roles that are ticked.</summary>
    public List<string> Known { get; set; } = [];

    /// <summary>Others, with commas between; errors about roles stand here.</summary>
    public string? Roles { get; set; }

    public IReadOnlyList<string> AllRoles => [.. Known, .. (Roles ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public static PersonInput Of(ContactPersonView person) => new()
    {
        Name = person.Name,
        Email = person.Email,
        Phone = person.Phone is null ? null : Format.Phone(person.Phone),
        Known = [.. person.Roles.Where(ContactPerson.KnownRoles.Contains)],
        Roles = string.Join(", ", person.Roles.Where(role => !ContactPerson.KnownRoles.Contains(role))),
    };
}
