using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>
/// Asks for the password again before something that wants a fresh one. A form that was sent when it was fresh no more comes here by the browser,
/// is kept in the page, and is sent on to where it was going.
/// </summary>
internal sealed class ConfirmModel : PortalPage
{
    private const string Antiforgery = "__RequestVerificationToken";

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The fields of the form that waits.</summary>
    public IEnumerable<(string Name, string? Value)> Kept =>
        Sent.Where(sent => sent.Key is not (nameof(Password) or nameof(ReturnUrl) or Antiforgery)).SelectMany(sent => sent.Value, (sent, value) => (sent.Key, value));

    // What can't be read is no form; the binding has said so.
    private IFormCollection Sent
    {
        get
        {
            try
            {
                return Request.HasFormContentType ? Request.Form : FormCollection.Empty;
            }
            catch (Exception failure) when (failure is InvalidDataException or IOException)
            {
                return FormCollection.Empty;
            }
        }
    }

    public async Task<IActionResult> OnPostAsync() =>
        Sent.ContainsKey(nameof(Password)) ? await Submit(new Reauthenticate(Password ?? ""), _ => GoOn()) : Page();

    private IActionResult GoOn() => Kept.Any() && Url.IsLocalUrl(ReturnUrl) ? LocalRedirectPreserveMethod(LocalAddress.Encoded(ReturnUrl)) : RedirectLocally(ReturnUrl);
}
