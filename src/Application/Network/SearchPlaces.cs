using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;

namespace Connect.Application.Network;

/// <summary>DASH-3: localities of Sweden by their name or a part of it: the same name first, then those that begin so. At most twenty.</summary>
[Requires, ByToken]
public sealed record SearchPlaces(string? Text) : IQuery<IReadOnlyList<PlaceFound>>;

/// <param name="Municipality">Empty where the source does not say.</param>
public sealed record PlaceFound(string Name, string Municipality, string County, double Latitude, double Longitude);
