using Connect.Application.Accounts;

namespace Connect.Web.Components.AccountTree;

/// <summary>An account in the tree with what its line says of its place.</summary>
/// <param name="Above">Number of the account above; null for the top.</param>
/// <param name="Siblings">How many lie below the same account, itself included.</param>
public sealed record TreeNode(AccountNode Node, string? Above, int Siblings)
{
    /// <summary>From here on each level is moved in less: fifty of them have to fit.</summary>
    public const int Deep = 8;

    /// <summary>Where the tree is shown with this account opened, or closed when it is open: for browsers without JavaScript.</summary>
    public string Link => (Node.IsOpen, Above) switch
    {
        (false, _) => Open(Node.Number),
        (true, { } above) => Open(above),
        _ => "/accounts",
    };

    public string BranchLink => Branch(Node.Number, 0);

    public static string Open(string number, int skip = 0) => $"/accounts?open={Uri.EscapeDataString(number)}{(skip > 0 ? $"&skip={skip}" : "")}";

    public static string Branch(string number, int skip) => $"/accounts?handler=Branch&number={Uri.EscapeDataString(number)}{(skip > 0 ? $"&skip={skip}" : "")}";
}
