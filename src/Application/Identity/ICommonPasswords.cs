namespace Connect.Application.Identity;

/// <summary>The passwords that everybody tries first: some tens of thousands, the most used of what has leaked.</summary>
public interface ICommonPasswords
{
    /// <param name="password">In lower case.</param>
    bool Contains(string password);
}
