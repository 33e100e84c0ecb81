namespace Connect.Application.Identity;

/// <summary>What an operator key can be for. The command line has all of them.</summary>
public static class OperatorScopes
{
    /// <summary>Loading data.</summary>
    public const string Import = "import";

    /// <summary>Reporting progress of orders and changes, and the rest of the integration API.</summary>
    public const string Integration = "integration";

    /// <summary>The jobs' dashboard.</summary>
    public const string Jobs = "jobs";

    /// <summary>Making keys: the command line only.</summary>
    public const string Keys = "keys";

    /// <summary>Inviting an organisation's first user: the command line only.</summary>
    public const string Invite = "invite";

    public static readonly IReadOnlyList<string> ForKeys = [Import, Integration, Jobs];
    public static readonly IReadOnlyList<string> All = [.. ForKeys, Keys, Invite];
}
