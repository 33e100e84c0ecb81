using Connect.Application.Common.Behaviors;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Subscriptions.Bulk;

/// <summary>What is wrong with a wish whatever its services are, as <see cref="StartBulk"/> would say; of what rows of a file can have of their own nothing is lacking.</summary>
/// <exception cref="InvalidInputException">By the names of <see cref="StartBulk"/>.</exception>
[Requires(Right.ViewSubscriptions, Right.ManageSubscriptions)]
public sealed record CheckBulkWish(BulkWish Wish) : IQuery<Unit>
{
    internal sealed class Handler(BulkCommonValues common) : IRequestHandler<CheckBulkWish, Unit>
    {
        private static readonly BulkService Some = new("-", new Dictionary<string, string> { ["-"] = "-" });

        public async Task<Unit> Handle(CheckBulkWish request, CancellationToken cancellationToken)
        {
            var problems = new StartBulk.Validator().Validate(new StartBulk(request.Wish, Guid.Empty) { Services = [Some] }).Errors.Select(InputProblems.Of).ToList();
            if (problems.Count > 0) throw new InvalidInputException(problems);
            await common.CheckAsync(request.Wish, cancellationToken);
            return Unit.Value;
        }
    }
}
