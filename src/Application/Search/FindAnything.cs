using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using FluentValidation;
using MediatR;

namespace Connect.Application.Search;

/// <summary>NAV 3: finds services, SIM cards, accounts, users and invoices by name or number, of the kinds that the user's rights cover and within the reach.</summary>
/// <param name="Text">What was typed; nothing finds nothing.</param>
/// <param name="Take">Hits of each kind, 1–50.</param>
[Requires]
public sealed record FindAnything(string? Text, int Take = FindAnything.OnPage) : IQuery<IReadOnlyList<SearchGroup>>
{
    public const int OnPage = 20;
    public const int AsSuggestions = 5;

    public sealed class Validator : AbstractValidator<FindAnything>
    {
        public Validator() => RuleFor(query => query.Take).InclusiveBetween(1, 50);
    }

    internal sealed class Handler(IEnumerable<ISearchSource> sources, ICurrentUser user) : IRequestHandler<FindAnything, IReadOnlyList<SearchGroup>>
    {
        public async Task<IReadOnlyList<SearchGroup>> Handle(FindAnything query, CancellationToken cancellation)
        {
            var groups = new List<SearchGroup>();
            if (SearchText.Read(query.Text) is not { } text) return groups;
            foreach (var source in sources.Where(source => user.Has(source.Right)).OrderBy(source => source.Kind))
            {
                var hits = await source.FindAsync(user.Reach, text, query.Take + 1, cancellation);
                if (hits.Count > 0) groups.Add(new(source.Kind, [.. hits.Take(query.Take)], hits.Count > query.Take));
            }

            return groups;
        }
    }
}
