using Connect.Application.Users;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import.Files;

internal sealed class UsersFile(EntityWriter writer, DbSession db, UserWays ways, TimeProvider clock) : EntityFile(writer)
{
    private static readonly Stmt SelectNames = """
        SELECT u.UserNameKey, u.ExternalId, o.ExternalId AS Organisation FROM PortalUser u JOIN Organisation o ON o.Id = u.OrganisationId
        """;

    private static readonly string OrderRight = Choices<Right>.Spelled(Right.PlaceOrders);
    private readonly Dictionary<string, (string Key, long Line)> _names = new(StringComparer.Ordinal);

    public override string Name => Kinds.Users;
    public override string Description => "Users of the portal. They have no password until they take up an invitation.";
    public override TableMap Table { get; } = new("PortalUser", ["Id"],
    [
        "OrganisationId", "AccountId", "ContactPersonId", "ExternalId", "UserName", "UserNameKey", "Email", "EmailKey", "MobileNumber", "Language",
        "SmsTwoFactor", "IsActive", "LimitsProducts", "CreatedAt",
    ], hasVersion: true);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Id("Your id of the user, unique within the organisation."),
        Column.Organisation().In("OrganisationId"),
        Column.Reference("account", Kinds.Accounts, "The user's reach: this account and everything below it. The root makes an Administratör.").Required().In("AccountId"),
        Column.Reference("contactPerson", Kinds.ContactPersons, "The person behind the user.").Required().In("ContactPersonId"),
        Column.Text("userName", 100, "Unique in the whole installation, whatever the case.").Required().In("UserName"),
        Column.Email("email", "E-mail address. Where it changes, links that were sent to the old one end: whoever has not taken up the invitation is invited again.").Required().In("Email"),
        Column.Phone("mobileNumber", "For codes by SMS. Where it changes while codes are asked for, the user's sessions end.").In("MobileNumber"),
        Column.Of("language", "sv or en", "The user's language; sv unless given.", text => text is "sv" or "en" ? new(text) : new(null, "NotOneOf", "sv, en")).In("Language"),
        Column.Boolean("smsTwoFactor", "Whether a code by SMS is asked for. False unless given. The user's sessions end where it is turned off.").In("SmsTwoFactor"),
        Column.Boolean("isActive", "Whether the user may log in. True unless given. With false sessions, personal tokens and links end.").In("IsActive"),
        Column.List(Column.Choice<Right>("rights", "What the user may do."), new("UserRight", "UserId", "RightCode")),
        Column.List(Column.Reference("products", Kinds.Products, "The only products that the user may order, of those that the agreement offers; empty for all of them. "
            + $"Only for a user whose row gives the right {OrderRight}; the limits go when that right does."), new("UserProduct", "UserId", "ProductId")).In("LimitsProducts"),
    ];

    // Limits mean something to a user who can order, and are kept of no other.
    public override bool Gives(ImportRow row, ImportColumn column) => base.Gives(row, column) || (column.Name == "products" && row.Has("rights") && !MayOrder(row));

    public override void Derive(StoredRow row)
    {
        row["UserNameKey"] = SwedishText.Fold((string)row["UserName"]!);
        row["EmailKey"] = SwedishText.Fold((string)row["Email"]!);
        row["Language"] ??= "sv";
        row["SmsTwoFactor"] ??= false;
        row["IsActive"] ??= true;
        row["LimitsProducts"] ??= false;
        row["CreatedAt"] ??= clock.GetUtcNow();
    }

    // As on the pages: what was opened by what is no more ends at once.
    public override Task AfterWriteAsync(StoredRow row, CancellationToken cancellation) =>
        row.IsNew ? Task.CompletedTask : ways.FollowAsync(row.Id("Id"), WaysOf(row.Before), WaysOf(column => row[column]), cancellation);

    protected override void CheckRow(Load load, string file, ImportRow row)
    {
        var name = SwedishText.Fold(row.Text("userName")!);
        if (!_names.TryAdd(name, (KeyOf(row)!, row.Line))) load.Problems.Add(file, row.Line, "userName", "Taken", _names[name].Line);
        if (row["smsTwoFactor"] is true && row["mobileNumber"] is null) load.Problems.Add(file, row.Line, "mobileNumber", "Required");
        if (row.List("products").Count > 0 && !MayOrder(row)) load.Problems.Add(file, row.Line, "products", "RightMissing", OrderRight);
    }

    protected override async Task CheckAllAsync(Load load, string file, CancellationToken cancellation)
    {
        foreach (var user in await db.ListAsync<StoredName>(SelectNames, null, cancellation))
            if (_names.TryGetValue(user.UserNameKey, out var given) && given.Key != References.Key(Name, user.Organisation, user.ExternalId))
                load.Problems.Add(file, given.Line, "userName", "Taken", 0L);
    }

    private static LoginWays WaysOf(Func<string, object?> stored) => new(IsOn(stored("IsActive")), (string)stored("Email")!, IsOn(stored("SmsTwoFactor")) ? (string?)stored("MobileNumber") : null);

    // The engines spell it in two ways.
    private static bool IsOn(object? stored) => StoredRow.Canonical(stored) == "1";

    private static bool MayOrder(ImportRow row) => row.List("rights").Any(right => right[0] is (long)Right.PlaceOrders);

    private sealed record StoredName
    {
        public required string UserNameKey { get; init; }
        public required string ExternalId { get; init; }
        public required string Organisation { get; init; }
    }
}
