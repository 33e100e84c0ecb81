using FluentValidation;
using FluentValidation.Results;

namespace Connect.Application.Subscriptions.Bulk;

/// <summary>A wish as the message of the single action, and what can be seen to be wrong with it without knowing the service.</summary>
internal static class BulkMessages
{
    public static SetBarrings Barrings(BulkWish wish, Guid service, Guid request) => wish.Kind == BulkKind.AddBarrings
        ? new(service, wish.Barrings, [], request)
        : new(service, [], wish.Barrings, request);

    public static SetCallForwardings Forwardings(BulkWish wish, Guid service, Guid request) => new(service, request)
    {
        Unconditional = Forwarding(wish.Unconditional),
        NotReachable = Forwarding(wish.NotReachable),
        Busy = Forwarding(wish.Busy),
        NoReply = Forwarding(wish.NoReply, wish.RingSeconds),
    };

    /// <param name="told">By the preview; null when it is tried out. Nothing is done on other terms.</param>
    public static ChangeSubscription Change(BulkWish wish, Guid service, DateOnly? day, Guid request, BulkOutcome? told) =>
        new(service, wish.DataPackage, wish.PriceList, null, day, request) { MonthlyPrice = told?.PriceAfter };

    public static MoveSubscription Move(BulkWish wish, Guid service, Guid request) => new(service, wish.Account ?? "", wish.Day, request);

    /// <inheritdoc cref="Change"/>
    public static TerminateSubscription Terminate(BulkWish wish, Guid service, Guid request, BulkOutcome? told) =>
        new(service, wish.Day, request) { InvoicedUntil = told?.InvoicedUntil, CostAfter = told?.CostAfter };

    /// <summary>Of those of the file's own fields, by the wish's names.</summary>
    public static IEnumerable<ValidationFailure> Problems(BulkWish wish) => wish.Kind switch
    {
        BulkKind.AddBarrings or BulkKind.RemoveBarrings => Named(new SetBarrings.Validator().Validate(Barrings(wish, Guid.Empty, Guid.Empty)), _ => nameof(wish.Barrings)),
        BulkKind.Forwardings => Named(new SetCallForwardings.Validator().Validate(Forwardings(wish, Guid.Empty, Guid.Empty)), FieldOfForwarding),
        BulkKind.Change => [.. Missing(wish.DataPackage is null && wish.PriceList is null, nameof(wish.DataPackage), "BulkPlanMissing"), .. Missing(wish.Day is null, nameof(wish.Day), "DayNeeded")],
        BulkKind.Move => [.. Named(new MoveSubscription.Validator().Validate(Move(wish with { Day = DateOnly.MinValue }, Guid.Empty, Guid.Empty)), _ => nameof(wish.Account)), .. Missing(wish.Day is null, nameof(wish.Day), "DayNeeded")],
        BulkKind.Terminate => Missing(wish.Day is null, nameof(wish.Day), "DayNeeded"),
        BulkKind.References => [.. Missing(wish.CostCentre is null && wish.EmployeeNumber is null, nameof(wish.CostCentre), "BulkReferencesMissing"),
            .. Named(new EditSubscriptionReferences.Validator().Validate(new EditSubscriptionReferences(Guid.Empty, null, wish.CostCentre, wish.EmployeeNumber)), field => field)],
        _ => Missing(true, nameof(wish.Kind), "BulkKindMissing"),
    };

    /// <summary>It is not wrong, only lacking, and the rows of a file can have it.</summary>
    public static bool IsLeftToRows(BulkWish wish, ValidationFailure problem) => problem.ErrorCode is "ForwardingNone" or "DayNeeded" or "NotEmptyValidator" or "BulkReferencesMissing"
        || (problem.ErrorCode == "RingSeconds" && wish.RingSeconds is null);

    private static ForwardingInput? Forwarding(string? target, int? seconds = null) => string.IsNullOrWhiteSpace(target) ? null
        : target.Trim() == BulkWish.Nothing ? new ForwardingInput("") : new ForwardingInput(target, seconds);

    private static string FieldOfForwarding(string field) => field.EndsWith(nameof(BulkWish.RingSeconds), StringComparison.Ordinal) ? nameof(BulkWish.RingSeconds) : field.Split('.')[0] is { Length: > 0 } kind ? kind : nameof(BulkWish.Unconditional);

    private static IEnumerable<ValidationFailure> Missing(bool isMissing, string field, string code) => isMissing ? [new ValidationFailure(field, "") { ErrorCode = code }] : [];

    private static IEnumerable<ValidationFailure> Named(ValidationResult result, Func<string, string> field) =>
        result.Errors.Select(failure => new ValidationFailure(field(failure.PropertyName), "") { ErrorCode = failure.ErrorCode, FormattedMessagePlaceholderValues = failure.FormattedMessagePlaceholderValues });
}
