using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using FluentValidation;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>Makes a key for one of the operator's systems. The answer is the key, which is shown this once and stored hashed.</summary>
/// <param name="Name">Tells the keys apart in the audit log; taken: <c>OperatorKeyNameTaken</c>.</param>
/// <param name="Scopes">What it may be used for; see <see cref="OperatorScopes"/>.</param>
[OperatorOnly(OperatorScopes.Keys)]
public sealed record CreateOperatorKey(string Name, IReadOnlyList<string> Scopes) : ICommand<string>
{
    public sealed class Validator : AbstractValidator<CreateOperatorKey>
    {
        public Validator()
        {
            RuleFor(c => c.Name).NotEmpty().MaximumLength(100);
            RuleFor(c => c.Scopes).NotEmpty();
            RuleForEach(c => c.Scopes).Must(OperatorScopes.ForKeys.Contains).WithErrorCode("ScopeUnknown");
        }
    }

    internal sealed class Handler(IOperatorKeys keys, IAudit audit, TimeProvider clock) : IRequestHandler<CreateOperatorKey, string>
    {
        public async Task<string> Handle(CreateOperatorKey command, CancellationToken cancellation)
        {
            var key = OperatorKeyReader.Prefix + Token.New();
            var row = new NewOperatorKey(Guid.CreateVersion7(), command.Name.Trim(), Token.Hash(key), command.Scopes, clock.GetUtcNow());
            if (!await keys.AddAsync(row, cancellation)) throw new DomainRuleException("OperatorKeyNameTaken", nameof(Name));
            audit.Subject("OperatorKey", row.Id);
            audit.Change(null, new { row.Name, row.Scopes });
            return key;
        }
    }
}
