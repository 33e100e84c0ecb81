using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Reports;

namespace Connect.Application.Subscriptions.Bulk;

/// <summary>Makes the rows of a job: finds the services within the reach, and says of each that can't be found or is named twice why it is left out.</summary>
internal sealed class BulkRowMaker(IBulkTargets targets, BulkFinder finder, BulkCommonValues common, BulkOptions options, ICurrentUser user)
{
    /// <exception cref="InvalidInputException">There is none, the query is not understood, or it matches more than a job may have; or what is wished for all can be done to none.</exception>
    public async Task<IReadOnlyList<NewBulkRow>> MakeAsync(BulkWish wish, string? matching, IReadOnlyList<BulkService> services, CancellationToken cancellation)
    {
        await common.CheckAsync(wish, cancellation);
        var made = matching is not null ? await MatchingAsync(matching, cancellation) : await OfAsync(wish, services, cancellation);
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
        var found = await finder.FindAsync([.. services.Select(service => service.Service)], cancellation);
        var (rows, seen, isNumbered) = (new List<NewBulkRow>(), new Dictionary<Guid, int>(), IsNumbered(services));
        foreach (var (service, index) in services.Select((service, index) => (service, index)))
        {
            var no = isNumbered ? service.Row!.Value : index + 1;
            var (target, problem) = found[index];
            if (service.Formula is { } cell) problem = new(BulkProblem.Formula, service.FormulaOf is { } column ? [cell, column] : [cell]);
            // One that was named by a slip is not the row's, and may be another's.
            if (target is not null && !IsUser(service.UserName, target.UserName)) problem ??= new("BulkOtherUser", service.UserName!.Trim(), target.UserName);
            else if (target is not null && !seen.TryAdd(target.Id, no)) problem = new("BulkTwice", $"{seen[target.Id]}");
            problem ??= ProblemOf(wish, service);
            rows.Add(new(no, target, target is not null && Guid.TryParse(service.Service.Trim(), out _) ? null : service.Service, service.Values, problem) { GivenUser = service.UserName });
        }

        return rows;
    }

    // As in the file, if those are numbers of rows.
    private static bool IsNumbered(IReadOnlyList<BulkService> services) => services.All(service => service.Row is > 0) && services.DistinctBy(service => service.Row).Count() == services.Count;

    private static bool IsUser(string? named, string user) =>
        string.IsNullOrWhiteSpace(named) || string.Equals(BulkFinder.PlainName(named), BulkFinder.PlainName(user), StringComparison.OrdinalIgnoreCase);

    private static BulkProblem? ProblemOf(BulkWish wish, BulkService service)
    {
        try
        {
            if (service.Values is { } values) wish.With(values);
            return null;
        }
        catch (InvalidInputException failure)
        {
            return new(failure.Problems[0].Code, [.. failure.Problems[0].Arguments.Select(argument => $"{argument}")]) { Field = failure.Problems[0].Field };
        }
    }

    private void RequireFew(int count)
    {
        if (count > options.MostRows) throw new InvalidInputException(nameof(StartBulk.Services), "BulkTooMany", options.MostRows);
    }
}
