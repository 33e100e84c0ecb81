using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Application.Subscriptions.Bulk;
using Connect.Domain.Users;
using Connect.Web.Components.List;

namespace Connect.Web.Pages.Services.Bulk;

/// <summary>The services list as something to choose from, for those who may change services.</summary>
internal static class BulkChoice
{
    public const string Path = "/services/bulk", NewPath = "/services/bulk/new";

    private static readonly Dictionary<string, string> NoLinks = [];

    public static ListSelection? Selection(ICurrentUser user) => !user.Has(Right.ManageSubscriptions) ? null
        : new(NewPath, "service", "list-details", Text.Get("Bulk.Chosen"), "Bulk.All", Text.Get("Bulk.ChooseAll")) { IsFile = false };

    public static ListRowMore Of(SubscriptionRow row, ICurrentUser user) =>
        new(NoLinks, Choice: user.Has(Right.ManageSubscriptions) ? new(row.Id.ToString(), Text.Get("Bulk.Choose", row.UserName)) : null) { Mark = OtherNumber.Mark(row) };

    public static string Tone(BulkJobView job) => job.State switch { BulkJobState.Done => "is-ok", BulkJobState.Ready when job.CanBeConfirmed => "is-warn", BulkJobState.Ready or BulkJobState.Cancelled => "is-mute", _ => "is-info" };

    public static string Tone(BulkRowState state) => state switch
    {
        BulkRowState.Done => "is-ok",
        BulkRowState.Ready or BulkRowState.Running => "is-info",
        BulkRowState.Impossible => "is-warn",
        BulkRowState.Failed => "is-bad",
        _ => "is-mute",
    };

    public static string Icon(BulkKind kind) => kind switch
    {
        BulkKind.AddBarrings => "ban",
        BulkKind.RemoveBarrings => "circle-check",
        BulkKind.Forwardings => "phone-outgoing",
        BulkKind.Change => "adjustments-horizontal",
        BulkKind.Move => "switch-horizontal",
        BulkKind.Terminate => "circle-x",
        _ => "tag",
    };
}
