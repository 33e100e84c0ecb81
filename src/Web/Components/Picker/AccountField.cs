using Connect.Application.Accounts;
using Connect.Application.Common.Texts;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Connect.Web.Components.Picker;

/// <summary>Reads what an account field holds: a number, a name, or a part of a name or number that one account within the reach has alone.</summary>
internal static class AccountField
{
    // As many as one can look over beside a field.
    private const int Told = 10;

    /// <param name="key">Name of the field: what is unclear is said there.</param>
    /// <returns>An account's number; what is written where nothing fits, for the message to refuse; null where several fit.</returns>
    public static async Task<string?> ReadAsync(IMediator mediator, ModelStateDictionary state, string key, string? written, CancellationToken cancellation)
    {
        var number = PickAccounts.NumberIn(written);
        if (number.Length == 0) return number;
        var found = await mediator.Send(new PickAccounts(written), cancellation);
        if (found.Hits.Any(hit => hit.Number == number)) return number;
        if (found.Hits is [var only]) return only.Number;
        if (found.Hits.Where(hit => string.Equals(hit.DisplayName, written!.Trim(), StringComparison.OrdinalIgnoreCase)).ToList() is [var named]) return named.Number;
        if (found.Hits.Count == 0) return number;
        state.AddModelError(key, Text.Get("Errors.AccountUnclear", Names(found)));
        return null;
    }

    private static string Names(AccountHits found)
    {
        var names = found.Hits.Take(Told).Select(hit => PickAccounts.Written(hit.Number, hit.DisplayName)).ToList();
        return found.Hits.Count > Told ? $"{string.Join(", ", names)} …" : Text.Get("Errors.AccountUnclear.Or", string.Join(", ", names.SkipLast(1)), names[^1]);
    }
}
