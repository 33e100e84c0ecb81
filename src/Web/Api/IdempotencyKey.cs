using System.Reflection;
using Connect.Application.Common.Errors;

namespace Connect.Web.Api;

/// <summary>
/// The header <c>Idempotency-Key</c>, a UUID made by the caller: the <c>RequestId</c> of commands that are carried out once.
/// An endpoint takes it as a parameter; sending the same key again gives the first answer again.
/// </summary>
internal readonly record struct IdempotencyKey(Guid Value)
{
    public const string Header = "Idempotency-Key";

    public static ValueTask<IdempotencyKey> BindAsync(HttpContext context, ParameterInfo parameter) =>
        Guid.TryParse(context.Request.Headers[Header], out var key) && key != Guid.Empty
            ? ValueTask.FromResult(new IdempotencyKey(key))
            : throw new InvalidInputException(Header, "IdempotencyKeyMissing");
}
