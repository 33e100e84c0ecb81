using System.Linq.Expressions;
using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using FluentValidation;
using FluentValidation.Results;
using MediatR;

namespace Connect.Application.Subscriptions.Bulk;

/// <summary>
/// SVC 15: one action on several services. Makes the job and its preview; nothing happens to the services before <see cref="ConfirmBulk"/>.
/// Failures: <c>BulkNone</c>, <c>BulkTooMany</c>, <c>BulkJobsTooMany</c>, <c>BulkBusy</c>, and what is wrong with the wish.
/// </summary>
/// <param name="Wish">What is done to each of them.</param>
/// <returns>The job's id.</returns>
[Requires(Right.ViewSubscriptions, Right.ManageSubscriptions)]
public sealed record StartBulk(BulkWish Wish, Guid RequestId) : ICommand<Guid>, IOnce
{
    /// <summary>The services one by one. What is not within the reach stands in the preview as unknown.</summary>
    public IReadOnlyList<BulkService> Services { get; init; } = [];

    /// <summary>In their place: all that this query string of the services list matches.</summary>
    public string? Matching { get; init; }

    /// <summary>One of the user's own jobs, which this one is made instead of: with its services where no others are given. A preview that is not confirmed is discarded.</summary>
    public Guid? InsteadOf { get; init; }

    /// <summary>The file that <see cref="Services"/> come from.</summary>
    public string? FileName { get; init; }

    public sealed class Validator : AbstractValidator<StartBulk>
    {
        public Validator()
        {
            RuleFor(c => c.Services).Must((command, services) => command.Matching is null ? services.Count > 0 || command.InsteadOf is not null : services.Count == 0 && command.InsteadOf is null).WithErrorCode("BulkNone");
            RuleFor(c => c.Wish.Kind).IsInEnum().WithErrorCode("BulkKindMissing");
            RuleFor(c => c.Matching).MaximumLength(2000);
            RuleFor(c => c.FileName).MaximumLength(200);
            Short(c => c.Wish.Unconditional, c => c.Wish.NotReachable, c => c.Wish.Busy, c => c.Wish.NoReply, c => c.Wish.Account, c => c.Wish.CostCentre, c => c.Wish.EmployeeNumber);
            RuleFor(c => c.Wish.Barrings).Must(barrings => barrings.Count <= Enum.GetValues<BarringKind>().Length).WithErrorCode("EnumValidator");
            RuleForEach(c => c.Services).Must(service => service is { Service.Length: <= 200, UserName: null or { Length: <= 200 } } && IsShort(service.Values)).WithErrorCode("BulkServiceUnknown");
            RuleFor(c => c.Wish).Custom((wish, context) =>
            {
                // What is left to the rows of a file is looked at row by row.
                var (services, before) = (context.InstanceToValidate.Services, context.InstanceToValidate.InsteadOf);
                var hasOwn = services.Count == 0 ? before is not null : services.Any(service => service?.Values is { Count: > 0 });
                foreach (var problem in BulkMessages.Problems(wish).Where(problem => !hasOwn || !BulkMessages.IsLeftToRows(wish, problem)))
                    context.AddFailure(new ValidationFailure($"{nameof(Wish)}.{problem.PropertyName}", "") { ErrorCode = problem.ErrorCode, FormattedMessagePlaceholderValues = problem.FormattedMessagePlaceholderValues });
            }).When(command => Enum.IsDefined(command.Wish.Kind));
        }

        // Also what the kind does not ask for: all of it is kept.
        private void Short(params Expression<Func<StartBulk, string?>>[] texts)
        {
            foreach (var text in texts) RuleFor(text).MaximumLength(BulkWish.LongestText);
        }

        private static bool IsShort(IReadOnlyDictionary<string, string>? values) =>
            values is null || (values.Values.All(value => value is not null) && values.Sum(value => value.Key.Length + value.Value.Length) <= 1500);
    }

    internal sealed class Handler(IBulkJobs jobs, BulkRowMaker rows, BulkDesk desk, ICurrentUser user, BulkAudit audit) : IRequestHandler<StartBulk, Guid>
    {
        public async Task<Guid> Handle(StartBulk request, CancellationToken cancellationToken)
        {
            var before = request.InsteadOf is { } id ? await jobs.FindAsync(user.Reach, user.Id, id, cancellationToken) ?? throw new NotFoundException() : null;
            var services = before is null || request.Services.Count > 0 ? request.Services : BulkService.For(request.Wish.Kind, before.Kind, await jobs.ServicesAsync(before.Id, cancellationToken));
            // Nobody goes back to it, and it would take the place of another.
            if (before is { State: BulkJobState.Ready or BulkJobState.Checking }) await jobs.CancelAsync(before.Id, desk.Now, cancellationToken);
            await desk.RequireRoomAsync(cancellationToken);
            var made = await rows.MakeAsync(request.Wish, request.Matching, services, cancellationToken);
            var job = new NewBulkJob(Guid.CreateVersion7(), user.Reach.OrganisationId, user.Reach.AccountId, user.Id, request.Wish.Kind,
                JsonSerializer.Serialize(request.Wish, JsonSerializerOptions.Web), request.FileName ?? before?.FileName, desk.Now, made)
            {
                TokenRights = user.Identity!.TokenRights,
            };
            await jobs.AddAsync(job, cancellationToken);
            await desk.CheckAsync(job.Id, cancellationToken);
            await audit.TellAsync(job.Id, request.Wish, job.FileName, made.Count, cancellationToken);
            return job.Id;
        }
    }
}

/// <summary>One of several services.</summary>
/// <param name="Service">The portal's id or a phone number in any spelling.</param>
/// <param name="Values">What is wished for this one alone, by <see cref="BulkColumns"/>.</param>
/// <param name="Row">In the file.</param>
/// <param name="Formula">The cell of the file that holds a formula in place of a value.</param>
/// <param name="FormulaOf">Its column, by <see cref="BulkColumns"/>.</param>
/// <param name="UserName">Who uses it: where somebody else does, the number is a slip and nothing is done. Empty is not compared.</param>
public sealed record BulkService(string Service, IReadOnlyDictionary<string, string>? Values = null, int? Row = null, string? Formula = null, string? UserName = null, string? FormulaOf = null)
{
    /// <summary>Those of a job, for another one: what each had of its own means something for the same action alone.</summary>
    internal static IReadOnlyList<BulkService> For(BulkKind kind, BulkKind before, IReadOnlyList<BulkService> services) =>
        kind == before ? services : [.. services.Select(service => service with { Values = null, Formula = service.FormulaOf is null or BulkColumns.Service ? service.Formula : null })];
}

/// <summary>Takes jobs in and puts their work aside.</summary>
internal sealed class BulkDesk(IBulkJobs jobs, IWorkQueue queue, BulkOptions options, ICurrentUser user, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <exception cref="DomainRuleException"><c>BulkJobsTooMany</c>, <c>BulkBusy</c>.</exception>
    public async Task RequireRoomAsync(CancellationToken cancellation)
    {
        var (own, all) = await jobs.CountOpenAsync(user.Id, cancellation);
        if (own >= options.OpenPerUser) throw new DomainRuleException("BulkJobsTooMany", null, options.OpenPerUser);
        if (all >= options.OpenInAll) throw new DomainRuleException("BulkBusy");
    }

    public Task CheckAsync(Guid id, CancellationToken cancellation) => queue.EnqueueAsync(new NewWork(CheckBulk.KindName, id), cancellation);

    public Task RunAsync(Guid id, CancellationToken cancellation) => queue.EnqueueAsync(new NewWork(RunBulk.KindName, id), cancellation);
}
