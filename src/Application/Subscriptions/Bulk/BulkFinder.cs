using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions.Bulk;

/// <summary>Finds services as a file names them: by the portal's id, by a number, or by the user where no other service in use is that one's.</summary>
public sealed class BulkFinder(IBulkTargets targets, ICurrentUser user)
{
    /// <returns>One for each, in their order.</returns>
    public async Task<IReadOnlyList<BulkFound>> FindAsync(IReadOnlyList<string> named, CancellationToken cancellation)
    {
        var all = named.Select(Named.Of).ToList();
        var byId = (await targets.OfIdsAsync(user.Reach, Distinct<Guid>(all.Select(one => one.Id)), cancellation)).ToDictionary(found => found.Id);
        var byNumber = (await targets.OfNumbersAsync(user.Reach, [.. all.Select(one => one.Number).OfType<string>().Distinct()], cancellation))
            .SelectMany(found => new[] { found.PhoneNumber, found.FixedNumber }.OfType<string>().Distinct().Select(number => (number, found))).ToLookup(pair => pair.number, pair => pair.found);
        var names = all.Where(one => one.Name.Length > 0 && (one.Number is null || !byNumber.Contains(one.Number))).Select(one => one.Name).Distinct(StringComparer.OrdinalIgnoreCase);
        var byName = (await targets.OfUsersAsync(user.Reach, [.. names], cancellation)).ToLookup(found => PlainName(found.UserName), StringComparer.OrdinalIgnoreCase);
        return [.. all.Select(one => one.Find(byId, byNumber, byName))];
    }

    /// <summary>What a file is to call each of the services, so that it is found again: its number, else its user, else its id.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyList<BulkTarget> services, CancellationToken cancellation)
    {
        var named = services.Select(service => (service.Id, Name: Written(service))).ToList();
        var found = await FindAsync([.. named.Select(one => one.Name)], cancellation);
        return named.Zip(found).ToDictionary(pair => pair.First.Id, pair => pair.Second.Service?.Id == pair.First.Id ? pair.First.Name : $"{pair.First.Id}");
    }

    /// <summary>A user's name however it was typed: an å may be one sign or two, and spaces are easily many.</summary>
    public static string PlainName(string name) => string.Join(' ', (TypedText.IsLine(name) ? name.Normalize() : name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Written(BulkTarget service) =>
        (service.PhoneNumber ?? service.FixedNumber) is not { } number ? service.UserName : PhoneNumber.TryParse(number, out var parsed) ? parsed.Display : number;

    private static T[] Distinct<T>(IEnumerable<T?> values)
        where T : struct => [.. values.OfType<T>().Distinct()];

    private sealed record Named(Guid? Id, string? Number, string Name)
    {
        public static Named Of(string named) => Guid.TryParse(named.Trim(), out var id) ? new(id, null, "") : new(null, PhoneNumber.E164Of(named), PlainName(named));

        public BulkFound Find(Dictionary<Guid, BulkTarget> byId, ILookup<string, BulkTarget> byNumber, ILookup<string, BulkTarget> byName)
        {
            if (Id is { } id) return byId.TryGetValue(id, out var known) ? new(known, null) : new(null, new("BulkServiceUnknown"));
            if (Name.Length == 0) return new(null, new("BulkServiceMissing"));
            if (Number is not null && byNumber.Contains(Number)) return Only([.. byNumber[Number]], new("BulkServiceAmbiguous"));
            return Only([.. byName[Name]], new("BulkUserAmbiguous", Name));
        }

        // A number comes back: it is meant of the service that has it now.
        private static BulkFound Only(List<BulkTarget> found, BulkProblem several)
        {
            var inUse = found.Where(one => one.Status.IsInUse()).ToList();
            return (inUse.Count, found.Count) switch
            {
                (1, _) => new(inUse[0], null),
                (0, 1) => new(found[0], null),
                (0, 0) => new(null, new("BulkServiceUnknown")),
                _ => new(null, several),
            };
        }
    }
}

/// <summary>One of the two.</summary>
public sealed record BulkFound(BulkTarget? Service, BulkProblem? Problem);
