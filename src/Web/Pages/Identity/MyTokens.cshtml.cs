using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>The user's personal tokens for the API.</summary>
internal sealed class MyTokensModel : PortalPage
{
    public IReadOnlyList<MyToken> Tokens { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostWithdrawAsync(Guid id) => Submit(new WithdrawPersonalToken(id), _ => Confirm(Text.Get("Identity.TokenWithdrawn"), "/me/tokens"));

    protected override async Task LoadAsync() => Tokens = await SendAsync(new ListMyTokens());
}
