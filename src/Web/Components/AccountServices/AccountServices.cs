using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Domain.Users;
using Connect.Web.Components.Account;
using Connect.Web.Components.List;
using Connect.Web.Pages.Accounts;
using Connect.Web.Pages.Services;
using MediatR;

namespace Connect.Web.Components.AccountServices;

internal sealed class ServicesTab() : AccountTab(20, "services", "Services.Menu", Right.ViewSubscriptions, typeof(AccountServicesViewComponent), ListSubscriptions.Columns);

/// <summary>The services list as a tab of an account's page, with the choice of reach.</summary>
public sealed class AccountServicesViewComponent(IMediator mediator, ICurrentUser user) : AccountListViewComponent("services", ListSubscriptions.Columns, mediator, user)
{
    protected override async Task<ListView> ListAsync(AccountListRequest asked)
    {
        var page = await SendAsync(new ListSubscriptions(asked.Narrowed));
        var names = await SendAsync(new ListServiceNames());
        return ListView.Of(ListSubscriptions.Columns, asked.Request, page, asked.Path, Text.Get("Services.Title"), row => $"/services/{row.Id}",
            ("device-mobile", Text.Get("Accounts.Services.Empty")), new Dictionary<string, IReadOnlyList<string>> { ["service"] = names }, "/reports/lists/services", asked.Kept, asked.Within,
            more: row => ListRowMore.Marked(OtherNumber.Mark(row)));
    }
}
