using System.Globalization;
using Connect.Application.Network;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Network;

internal sealed class SearchPlacesHandler : IRequestHandler<SearchPlaces, IReadOnlyList<PlaceFound>>
{
    private const int Most = 20;
    private static readonly CompareInfo Swedish = CultureInfo.GetCultureInfo("sv-SE").CompareInfo, Plain = CultureInfo.InvariantCulture.CompareInfo;

    // The one locality that has a name of its own in English.
    private static readonly Dictionary<string, string> English = new(StringComparer.OrdinalIgnoreCase) { ["Gothenburg"] = "Göteborg" };

    public Task<IReadOnlyList<PlaceFound>> Handle(SearchPlaces request, CancellationToken cancellationToken)
    {
        var text = SwedishText.FoldTyped(request.Text);
        var found = text.Length == 0 ? [] : Find(text, Swedish, CompareOptions.IgnoreCase);
        // Whoever has no ö on the keyboard finds Malmö all the same.
        if (text.Length > 0 && found.Count == 0) found = Find(text, Plain, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace);
        if (found.Count == 0 && English.TryGetValue(text, out var swedish)) found = Find(swedish, Swedish, CompareOptions.IgnoreCase);
        return Task.FromResult<IReadOnlyList<PlaceFound>>(found);
    }

    private static List<PlaceFound> Find(string text, CompareInfo compare, CompareOptions options)
    {
        // 0 the same, 1 begins so, 2 has it in it, 3 not.
        int Place(LocalityRow place) => compare.Compare(place.Name, text, options) == 0 ? 0 : compare.IsPrefix(place.Name, text, options) ? 1 : compare.IndexOf(place.Name, text, options) >= 0 ? 2 : 3;
        return [.. Localities.All.Select(place => (place, at: Place(place))).Where(found => found.at < 3).OrderBy(found => found.at)
            .ThenBy(found => found.place.Name, Comparer<string>.Create(Swedish.Compare)).ThenBy(found => found.place.Municipality, Comparer<string>.Create(Swedish.Compare)).Take(Most)
            .Select(found => new PlaceFound(found.place.Name, found.place.Municipality, found.place.County, found.place.Point.Latitude, found.place.Point.Longitude))];
    }
}
