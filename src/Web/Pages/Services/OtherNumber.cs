using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Web.Components.List;

namespace Connect.Web.Pages.Services;

/// <summary>A user of a mobile switchboard has two numbers; a list shows the fixed one below the mobile one.</summary>
internal static class OtherNumber
{
    public static ListRowMark? Mark(SubscriptionRow row) =>
        row is { PhoneNumber: not null, FixedNumber: { } other } ? new("phone", "phone", Format.Phone(other), Warns: false) : null;
}
