using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Network;
using FluentValidation;

namespace Connect.Application.Network;

/// <summary>
/// DASH-2: outages and planned work, those that touch the user's own services first, then what goes on, what is planned and what ended in the last
/// seven days. What names services alone is told only to those who see one of them.
/// </summary>
/// <param name="Network">Only what is in that generation of the mobile network.</param>
/// <param name="OnlyMobile">Only what is in the mobile network.</param>
/// <param name="At">Only what covers that place: its area does, a point of it is near, or it is in the mobile network everywhere.</param>
[Requires, ByToken]
public sealed record ListIncidents(MobileGeneration? Network = null, bool OnlyMobile = false, GeoPoint? At = null) : IQuery<IReadOnlyList<IncidentLine>>
{
    public sealed class Validator : AbstractValidator<ListIncidents>
    {
        public Validator()
        {
            RuleFor(query => query.Network).IsInEnum();
            RuleFor(query => query.At).Must(at => at!.Value.IsNearSweden).When(query => query.At is not null).WithErrorCode("PlaceElsewhere").OverridePropertyName(nameof(GeoPoint.Latitude));
        }
    }
}
