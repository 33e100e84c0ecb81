using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Accounts;
using Connect.Domain.Common;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Orders;

/// <summary>
/// Fills in a step of an order, so that it can be gone on with later. What is left out stays; the details are checked as when they are ordered.
/// </summary>
/// <param name="Id">Made by whoever begins: the same id again goes on with the same draft. What others have under it does not matter.</param>
[Requires(Right.PlaceOrders)]
[NotAudited("nothing is ordered before the draft is completed, and that is")]
public sealed record SaveOrderDraft(Guid Id) : ICommand
{
    /// <summary>Number of an account within the reach.</summary>
    public string? Account { get; init; }

    /// <summary>One that <see cref="ListOrderableProducts"/> tells.</summary>
    public Guid? Category { get; init; }

    /// <summary>One that <see cref="ListOrderableProducts"/> tells; the category follows.</summary>
    public Guid? Product { get; init; }

    /// <summary>Wants an account and a product.</summary>
    public OrderDetails? Details { get; init; }

    /// <summary>Of the draft as it was shown: one that was changed elsewhere since is not written over. Null: whatever stands there.</summary>
    public int? Version { get; init; }

    public sealed class Validator : AbstractValidator<SaveOrderDraft>
    {
        public Validator()
        {
            RuleFor(d => d.Id).NotEmpty().WithErrorCode("RequestIdMissing");
            RuleFor(d => d.Account).NotEmpty().MaximumLength(200).When(d => d.Account is not null);
        }
    }

    internal sealed class Handler(IOrderDrafts drafts, IAccountRepository accounts, ProductDesk products, WishReader reader, ICurrentUser user) : IRequestHandler<SaveOrderDraft, Unit>
    {
        public async Task<Unit> Handle(SaveOrderDraft request, CancellationToken cancellationToken)
        {
            var draft = await drafts.FindAsync(user.Id, user.Reach, request.Id, cancellationToken) ?? new OrderDraft { Id = request.Id };
            if (request.Version is { } shown && shown != draft.Version) throw new ConflictException("DraftChangedMeanwhile");
            var account = await AccountAsync(request.Account ?? draft.Account, cancellationToken);
            if (request.Account is not null) draft = draft with { AccountId = account!.Id };
            draft = await ChooseAsync(draft, request, cancellationToken);
            if (request.Details is { } details)
            {
                if (account is null || draft.ProductId is null) throw new InvalidInputException("", "OrderStepMissing");
                await reader.ReadAsync(await products.ChosenAsync(draft.ProductId, cancellationToken), account, details, cancellationToken);
                draft = draft with { Details = details, DetailsProductId = draft.ProductId };
            }

            await drafts.SaveAsync(user.Id, draft, cancellationToken);
            return Unit.Value;
        }

        private async Task<OrderDraft> ChooseAsync(OrderDraft draft, SaveOrderDraft request, CancellationToken cancellation)
        {
            if (request.Category is null && request.Product is null) return draft;
            var offered = await products.OfferedAsync(cancellation);
            if (request.Category is { } category)
            {
                if (!offered.Any(product => product.CategoryId == category)) throw new InvalidInputException(nameof(request.Category), "CategoryNotOffered");
                draft = (draft with { CategoryId = category }).Within(offered);
            }

            if (request.Product is not { } id) return draft;
            var chosen = offered.FirstOrDefault(product => product.Id == id) ?? throw new InvalidInputException(nameof(request.Product), "ProductNotOffered");
            return draft with { CategoryId = chosen.CategoryId, ProductId = chosen.Id };
        }

        private async Task<Account?> AccountAsync(string? number, CancellationToken cancellation) => number is null ? null
            : await accounts.FindAsync(user.Reach, number.Trim(), cancellation) ?? throw new DomainRuleException("AccountUnknown", nameof(Account));
    }
}
