namespace Connect.Application.Identity;

/// <summary>
/// Slow on purpose (PBKDF2-SHA512). Runs a few at a time and in turn per address, so that guessing slows down nobody else.
/// </summary>
public interface IPasswordHasher
{
    Task<string> HashAsync(string password, CancellationToken cancellation);

    /// <param name="hash">The stored hash; null, when there is no such user or no password yet, takes the same time and is wrong.</param>
    /// <param name="password">What was typed.</param>
    /// <param name="cancellation">Broken off with the request.</param>
    /// <exception cref="Domain.Common.DomainRuleException"><c>LoginBusy</c>: too many are waiting from this address.</exception>
    Task<PasswordCheck> VerifyAsync(string? hash, string password, CancellationToken cancellation);
}

public enum PasswordCheck
{
    Wrong,
    Right,

    /// <summary>Right, and hashed with less than today's effort: hash it anew.</summary>
    RightButOld,
}
