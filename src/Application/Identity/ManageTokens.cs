using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using FluentValidation;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>The user's own tokens, newest first.</summary>
[Requires]
public sealed record ListMyTokens : IQuery<IReadOnlyList<MyToken>>
{
    internal sealed class Handler(IPersonalTokens tokens, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListMyTokens, IReadOnlyList<MyToken>>
    {
        public async Task<IReadOnlyList<MyToken>> Handle(ListMyTokens query, CancellationToken cancellation)
        {
            var now = clock.GetUtcNow();
            var rows = await tokens.ListAsync(user.Id, cancellation);
            return [.. rows.Select(row => new MyToken(row.Id, row.Name, row.Scopes.Split(' '), row.CreatedAt, row.ExpiresAt, row.LastUsedAt, row.ExpiresAt <= now))];
        }
    }
}

public sealed record MyToken(Guid Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt, bool HasExpired);

/// <summary>
/// Makes a personal token for the API. The answer is the token, which is shown this once and stored hashed. Scopes that give the user nothing:
/// <c>TokenScope</c>; too many tokens: <c>TokensTooMany</c>.
/// </summary>
/// <param name="Name">Tells the tokens apart, also in the audit log.</param>
/// <param name="Scopes">What it may be used for; see <see cref="TokenScopes"/>.</param>
/// <param name="Days">30, 90 or 365.</param>
[Requires, RequiresFreshLogin]
public sealed record CreatePersonalToken(string Name, IReadOnlyList<string> Scopes, int Days) : ICommand<string>
{
    public static readonly IReadOnlyList<int> Lifetimes = [30, 90, 365];

    public sealed class Validator : AbstractValidator<CreatePersonalToken>
    {
        public Validator()
        {
            RuleFor(c => c.Name).NotEmpty().MaximumLength(60);
            RuleFor(c => c.Name).Must(name => name is null || !name.Any(char.IsControl)).WithErrorCode("NameSigns");
            RuleFor(c => c.Scopes).NotEmpty().WithErrorCode("TokenScopeMissing");
            RuleFor(c => c.Days).Must(Lifetimes.Contains).WithErrorCode("TokenLifetime");
        }
    }

    internal sealed class Handler(IPersonalTokens tokens, TokenNotice notice, IdentityOptions options, ICurrentUser user, IAudit audit) : IRequestHandler<CreatePersonalToken, string>
    {
        public async Task<string> Handle(CreatePersonalToken command, CancellationToken cancellation)
        {
            var scopes = command.Scopes.Distinct().ToList();
            if (scopes.Except(TokenScopes.For(user.Identity!.Rights)).Any()) throw new InvalidInputException(nameof(Scopes), "TokenScope");
            var (now, token) = (notice.Now, PersonalTokenReader.Prefix + Token.New());
            if ((await tokens.ListAsync(user.Id, cancellation)).Count(row => row.ExpiresAt > now) >= options.TokensPerUser)
                throw new DomainRuleException("TokensTooMany", null, options.TokensPerUser);
            var row = new NewPersonalToken(Guid.CreateVersion7(), user.Id, command.Name.Trim(), Token.Hash(token), scopes, now, now.AddDays(command.Days));
            await tokens.AddAsync(row, cancellation);
            await notice.SendAsync(user.Id, cancellation);
            audit.Subject("PersonalToken", row.Id);
            audit.Change(null, new { row.Name, row.Scopes, row.ExpiresAt });
            return token;
        }
    }
}

/// <summary>Withdraws one of the user's own tokens; the next call with it is refused.</summary>
[Requires]
public sealed record WithdrawPersonalToken(Guid TokenId) : ICommand
{
    internal sealed class Handler(IPersonalTokens tokens, ICurrentUser user, IAudit audit, TimeProvider clock) : IRequestHandler<WithdrawPersonalToken, Unit>
    {
        public async Task<Unit> Handle(WithdrawPersonalToken command, CancellationToken cancellation)
        {
            audit.Subject("PersonalToken", command.TokenId);
            var name = await tokens.WithdrawAsync(user.Id, command.TokenId, clock.GetUtcNow(), cancellation) ?? throw new NotFoundException();
            audit.Change(new { Name = name }, null);
            return Unit.Value;
        }
    }
}

/// <summary>A token works as long as a password would: its owner hears of it.</summary>
internal sealed class TokenNotice(SecurityNotices notices, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public Task SendAsync(Guid userId, CancellationToken cancellation) => notices.SendAsync(userId, SecurityEvent.Token, cancellation);
}
