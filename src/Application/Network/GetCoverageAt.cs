using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Network;
using FluentValidation;

namespace Connect.Application.Network;

/// <summary>DASH-3: how good the mobile network is at a place, in degrees (WGS 84).</summary>
[Requires, ByToken]
public sealed record GetCoverageAt(double Latitude, double Longitude) : IQuery<CoverageAt>
{
    public sealed class Validator : AbstractValidator<GetCoverageAt>
    {
        public Validator() => RuleFor(query => query).Must(query => new GeoPoint(query.Longitude, query.Latitude).IsNearSweden).WithErrorCode("PlaceElsewhere").OverridePropertyName(nameof(Latitude));
    }
}

/// <param name="Near">The nearest locality; null where there is none within thirty kilometres.</param>
/// <param name="Networks">Each generation, the oldest first.</param>
public sealed record CoverageAt(double Latitude, double Longitude, string? Near, IReadOnlyList<NetworkCoverage> Networks);

/// <param name="Network"><c>4G+</c>.</param>
/// <param name="Level">Null where no coverage of the generation has been loaded.</param>
public sealed record NetworkCoverage(string Network, CoverageLevel? Level);
