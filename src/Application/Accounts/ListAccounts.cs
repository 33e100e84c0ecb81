using Connect.Application.Common.Lists;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Accounts;

/// <summary>The accounts within the user's reach.</summary>
[Requires(Right.ViewAccounts)]
public sealed record ListAccounts(ListRequest Request) : IQuery<ListPage<AccountRow>>
{
    public static readonly ListColumns<AccountRow> Columns = new()
    {
        Name = "accounts",
        DefaultSort = new("name"),
        Columns =
        [
            new("name", "Accounts.Column.Name", ListColumnType.Text, row => row.DisplayName) { Card = CardRole.Title },
            new("number", "Accounts.Column.Number", ListColumnType.Text, row => row.Number),
            new("above", "Accounts.Column.Above", ListColumnType.Text, row => row.Above) { Sortable = false, Filterable = false },
            new("reference", "Accounts.Column.Reference", ListColumnType.Text, row => row.InvoiceReference),
            new("organisation-number", "Accounts.Column.OrganisationNumber", ListColumnType.Text, row => row.OrganisationNumber),
            new("city", "Accounts.Column.City", ListColumnType.Text, row => row.City),
        ],
    };
}

/// <summary>An account as it stands in the list.</summary>
public sealed record AccountRow
{
    public Guid Id { get; init; }

    /// <summary>Alias, or name.</summary>
    public string DisplayName { get; init; } = "";

    public string Number { get; init; } = "";

    /// <summary>The account above; null at the top of the user's reach.</summary>
    public string? Above { get; init; }

    public string? InvoiceReference { get; init; }
    public string? OrganisationNumber { get; init; }
    public string? City { get; init; }
}
