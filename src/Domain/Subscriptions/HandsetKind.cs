namespace Connect.Domain.Subscriptions;

/// <summary>Handtag of a PBX user. Stored by number.</summary>
public enum HandsetKind
{
    /// <summary>Softphone.</summary>
    Softphone = 1,

    /// <summary>Bordstelefon.</summary>
    DeskPhone = 2,
}
