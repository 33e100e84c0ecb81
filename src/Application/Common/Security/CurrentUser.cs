namespace Connect.Application.Common.Security;

/// <summary>The scope's caller. Whoever opens the scope says who it is, at most once.</summary>
public sealed class CurrentUser : ICurrentUser
{
    public UserIdentity? Identity { get; private set; }
    public OperatorIdentity? Operator { get; private set; }
    public string? Address { get; private set; }

    public void Set(UserIdentity identity, string? address = null) => Set(identity, null, address);

    public void Set(OperatorIdentity identity, string? address = null) => Set(null, identity, address);

    public void ComesFrom(string? address) => Address = address;

    private void Set(UserIdentity? user, OperatorIdentity? caller, string? address)
    {
        if (Identity is not null || Operator is not null) throw new InvalidOperationException("The caller of this scope is already known.");
        (Identity, Operator, Address) = (user, caller, address ?? Address);
    }
}
