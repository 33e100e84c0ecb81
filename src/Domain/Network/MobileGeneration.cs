namespace Connect.Domain.Network;

/// <summary>A generation of the mobile network. Stored by number.</summary>
public enum MobileGeneration
{
    /// <summary>2G, GSM.</summary>
    Second = 1,

    /// <summary>3G, UMTS.</summary>
    Third = 2,

    /// <summary>4G, LTE.</summary>
    Fourth = 3,

    /// <summary>4G+, LTE Advanced.</summary>
    FourthPlus = 4,

    /// <summary>5G, NR.</summary>
    Fifth = 5,
}

/// <summary>How the generations are written, for people and in addresses alike.</summary>
public static class MobileGenerations
{
    public static readonly IReadOnlyList<MobileGeneration> All = Enum.GetValues<MobileGeneration>();

    /// <summary><c>4G+</c>.</summary>
    public static string Name(this MobileGeneration generation) => generation switch
    {
        MobileGeneration.Second => "2G",
        MobileGeneration.Third => "3G",
        MobileGeneration.Fourth => "4G",
        MobileGeneration.FourthPlus => "4G+",
        _ => "5G",
    };

    /// <summary><c>4g-plus</c>, as it stands in an address.</summary>
    public static string Key(this MobileGeneration generation) => generation == MobileGeneration.FourthPlus ? "4g-plus" : generation.Name().ToLowerInvariant();

    /// <summary>By its name or its key, in capitals or not; null for anything else.</summary>
    public static MobileGeneration? Find(string? text)
    {
        foreach (var generation in All)
            if (generation.Name().Equals(text, StringComparison.OrdinalIgnoreCase) || generation.Key().Equals(text, StringComparison.OrdinalIgnoreCase)) return generation;
        return null;
    }
}

/// <summary>How good the mobile network is at a place. Stored by number; the higher the better.</summary>
public enum CoverageLevel
{
    /// <summary>Ingen täckning: white on the map.</summary>
    None = 0,

    /// <summary>Bastäckning: yellow.</summary>
    Basic = 1,

    /// <summary>God täckning: green.</summary>
    Good = 2,

    /// <summary>Mycket god täckning: purple.</summary>
    VeryGood = 3,
}
