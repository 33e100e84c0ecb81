using Connect.Domain.Users;

namespace Connect.Application.Common.Security;

/// <summary>Who may send the message: a logged-in user with all of these rights. Without rights: any logged-in user, for what is the user's own.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(params Right[] rights) : Attribute
{
    public IReadOnlyList<Right> Rights { get; } = rights;

    /// <summary>One of the rights is enough: for what several of them lead to.</summary>
    public bool Any { get; init; }

    public bool IsMetBy(Func<Right, bool> has) => Any ? Rights.Any(has) : Rights.All(has);
}

/// <summary>
/// A message without rights of its own, or one that wants a fresh log-in, that a program may send too, with a personal token whose scopes give
/// these rights beside those that it requires. Without the attribute what is the user's own (password, two-factor, sessions, tokens) wants the
/// user's session: <c>SessionNeeded</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ByTokenAttribute(params Right[] rights) : Attribute
{
    public IReadOnlyList<Right> Rights { get; } = rights;
}

/// <summary>Anyone may send the message, also before logging in. For the log-in itself, and the public face.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenAttribute : Attribute;

/// <summary>Only the operator's own systems and staff may send the message: an operator key with this scope, or the program's command line.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OperatorOnlyAttribute(string scope) : Attribute
{
    public string Scope { get; } = scope;
}

/// <summary>
/// The message wants a password given a short while ago (<c>Identity:FreshLogin</c>), beside its <see cref="RequiresAttribute"/>:
/// for what would let a thief of an open session stay. Refused with the code <c>ReauthenticationNeeded</c>. Where a personal token may send it
/// (<see cref="ByTokenAttribute"/>), the token stands for the password that it was made with.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresFreshLoginAttribute : Attribute;
