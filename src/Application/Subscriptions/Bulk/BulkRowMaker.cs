using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions.Bulk;

/// <summary>Makes the rows of a job: finds the services within the reach, and says of each that can't be found or is named twice why it is left out.</summary>
internal sealed class BulkRowMaker(IBulkTargets targets, BulkCommonValues common, BulkOptions options, ICurrentUser user)
{
    /// <exception cref="InvalidInputException">There is none, the query is not understood, or it matches more than a job may have; or what is wished for all can be done to none.</exception>
    public async Task<IReadOnlyList<NewBulkRow>> MakeAsync(StartBulk request, CancellationToken cancellation)
    {
        await common.CheckAsync(request.Wish, cancellation);
        var made = request.Matching is { } matching ? await MatchingAsync(matching, cancellation) : await OfAsync(request.Wish, request.Services, cancellation);
        return made.Count > 0 ? made : throw new InvalidInputException(nameof(StartBulk.Services), "BulkNone");
    }

    private async Task<IReadOnlyList<NewBulkRow>> MatchingAsync(string query, CancellationToken cancellation)
    {
        var request = new ListExportParameters(query).Request(ListSubscriptions.Columns).OrThrow();
        var found = await targets.MatchingAsync(user.Reach, request, options.MostRows + 1, cancellation);
        RequireFew(found.Count);
        return [.. found.Select((service, index) => new NewBulkRow(index + 1, service, null, null, null))];
    }

    private async Task<IReadOnlyList<NewBulkRow>> OfAsync(BulkWish wish, IReadOnlyList<BulkService> services, CancellationToken cancellation)
    {
        RequireFew(services.Count);
        var named = services.Select(Named.Of).ToList();
        var byId = (await targets.OfIdsAsync(user.Reach, [.. named.Select(one => one.Id).OfType<Guid>().Distinct()], cancellation)).ToDictionary(found => found.Id);
        var byNumber = (await targets.OfNumbersAsync(user.Reach, [.. named.Select(one => one.Number).OfType<string>().Distinct()], cancellation))
            .SelectMany(found => new[] { found.PhoneNumber, found.FixedNumber }.OfType<string>().Distinct().Select(number => (number, found))).ToLookup(pair => pair.number, pair => pair.found);
        var (rows, seen, isNumbered) = (new List<NewBulkRow>(), new Dictionary<Guid, int>(), IsNumbered(services));
        foreach (var (service, index) in services.Select((service, index) => (service, index)))
        {
            var no = isNumbered ? service.Row!.Value : index + 1;
            var (found, problem) = named[index].Find(byId, byNumber);
            if (service.Formula is { } cell) problem = new("BulkFormula", cell);
            // One that was named by a slip is not the row's, and may be another's.
            if (found is not null && !IsUser(service.UserName, found.UserName)) problem ??= new("BulkOtherUser", service.UserName!.Trim(), found.UserName);
            else if (found is not null && !seen.TryAdd(found.Id, no)) problem = new("BulkTwice", $"{seen[found.Id]}");
            problem ??= ProblemOf(wish, service);
            rows.Add(new(no, found, byId.ContainsKey(named[index].Id ?? Guid.Empty) ? null : service.Service, service.Values, problem));
        }

        return rows;
    }

    // As in the file, if those are numbers of rows.
    private static bool IsNumbered(IReadOnlyList<BulkService> services) => services.All(service => service.Row is > 0) && services.DistinctBy(service => service.Row).Count() == services.Count;

    private static bool IsUser(string? named, string user) => string.IsNullOrWhiteSpace(named) || string.Equals(Plain(named), Plain(user), StringComparison.OrdinalIgnoreCase);

    // However it was typed: an å may be one sign or two, and spaces are easily many.
    private static string Plain(string name) => string.Join(' ', (TypedText.IsLine(name) ? name.Normalize() : name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static BulkProblem? ProblemOf(BulkWish wish, BulkService service)
    {
        try
        {
            if (service.Values is { } values) wish.With(values);
            return null;
        }
        catch (InvalidInputException failure)
        {
            return new(failure.Problems[0].Code, [.. failure.Problems[0].Arguments.Select(argument => $"{argument}")]);
        }
    }

    private void RequireFew(int count)
    {
        if (count > options.MostRows) throw new InvalidInputException(nameof(StartBulk.Services), "BulkTooMany", options.MostRows);
    }

    // How a service is named: by its id, or by a number.
    private sealed record Named(Guid? Id, string? Number, bool IsEmpty)
    {
        public static Named Of(BulkService service) => Guid.TryParse(service.Service.Trim(), out var id) ? new(id, null, false)
            : new(null, PhoneNumber.E164Of(service.Service), string.IsNullOrWhiteSpace(service.Service));

        public (BulkTarget? Found, BulkProblem? Problem) Find(Dictionary<Guid, BulkTarget> byId, ILookup<string, BulkTarget> byNumber)
        {
            if (IsEmpty) return (null, new("BulkServiceMissing"));
            if (Id is { } id) return byId.TryGetValue(id, out var known) ? (known, null) : (null, new("BulkServiceUnknown"));
            var found = Number is null ? [] : byNumber[Number].ToList();
            // A number comes back: it is meant of the service that has it now.
            var inUse = found.Where(one => one.Status.IsInUse()).ToList();
            return (inUse.Count, found.Count) switch
            {
                (1, _) => (inUse[0], null),
                (0, 1) => (found[0], null),
                (0, 0) => (null, new("BulkServiceUnknown")),
                _ => (null, new("BulkServiceAmbiguous")),
            };
        }
    }
}
