using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Network;
using FluentValidation;

namespace Connect.Application.Network;

/// <summary>DASH-3: the coverage of one generation as the map shows it.</summary>
/// <exception cref="Common.Errors.NotFoundException">No coverage of that generation has been loaded.</exception>
[Requires, ByToken]
public sealed record GetCoverageLayer(MobileGeneration Network) : IQuery<CoverageLayer>
{
    public sealed class Validator : AbstractValidator<GetCoverageLayer>
    {
        public Validator() => RuleFor(query => query.Network).IsInEnum();
    }
}

/// <param name="Content">GeoJSON: a feature a level (basic, good, veryGood), the best last.</param>
/// <param name="Hash">The same as long as the content is.</param>
public sealed record CoverageLayer(string Content, string Hash);
