using System.Reflection;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using MediatR;

namespace Connect.Application.Common.Behaviors;

/// <summary>The one place where rights are checked, for pages, API and jobs alike.</summary>
internal sealed class AuthorizationBehavior<TRequest, TResult>(ICurrentUser user, IdentityOptions options, TimeProvider clock) : IPipelineBehavior<TRequest, TResult>
    where TRequest : IRequest<TResult>
{
    private static readonly RequiresAttribute? Requires = typeof(TRequest).GetCustomAttribute<RequiresAttribute>();
    private static readonly OperatorOnlyAttribute? OperatorOnly = typeof(TRequest).GetCustomAttribute<OperatorOnlyAttribute>();
    private static readonly bool FreshLogin = typeof(TRequest).GetCustomAttribute<RequiresFreshLoginAttribute>() is not null;
    private static readonly ByTokenAttribute? ByToken = typeof(TRequest).GetCustomAttribute<ByTokenAttribute>();
    private static readonly bool Open = typeof(TRequest).GetCustomAttribute<OpenAttribute>() is not null;

    public Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        if (Open) return next();
        if (OperatorOnly is not null)
            return user.Operator?.Scopes.Contains(OperatorOnly.Scope) == true ? next() : throw Refused();
        if (Requires is null) throw new InvalidOperationException($"{typeof(TRequest).Name} says neither [Requires], [Open] nor [OperatorOnly].");
        if (user.Identity is null || !Requires.IsMetBy(user.Has)) throw Refused();
        // A token was made with a fresh password; whether it opens this is a matter of its scopes.
        if (user.Identity.TokenName is not null) return IsForTokens() ? next() : throw new ForbiddenException(code: "SessionNeeded");
        return !FreshLogin || options.IsFresh(user.Identity, clock.GetUtcNow()) ? next() : throw new ForbiddenException(code: ForbiddenException.ReauthenticationNeeded);
    }

    // Rights are those of the token's scopes already. What asks for none is the user's own; neither that nor what wants a fresh log-in is for programs unless it says so.
    private bool IsForTokens() => ByToken is not null ? ByToken.Rights.All(user.Has) : !FreshLogin && Requires!.Rights.Count > 0;

    private ForbiddenException Refused() => new(loggedIn: user.Identity is not null || user.Operator is not null);
}
