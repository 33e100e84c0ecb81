using Connect.Application.Common.Behaviors;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Domain.Common;
using Connect.Domain.Users;
using Connect.Web.Components.Picker;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connect.Web.Infrastructure;

/// <summary>
/// A page of the portal: binds, sends one message, redirects. Only for logged-in users, unless its model carries <c>[Open]</c>.
/// The one place where failures become texts beside the fields of a page.
/// </summary>
public abstract class PortalPage : PageModel
{
    protected CancellationToken Cancellation => HttpContext.RequestAborted;

    /// <summary>True when only a part of the page is asked for. Going back in the browser asks for the whole page.</summary>
    protected bool IsFragment => Request.Headers.ContainsKey("HX-Request") && !Request.Headers.ContainsKey("HX-History-Restore-Request");

    [NonHandler] // its name would make it a handler of its own
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers.Append("Vary", "HX-Request");
        if (GetType().IsDefined(typeof(OpenAttribute), inherit: true)) return;
        var services = HttpContext.RequestServices;
        var user = services.GetRequiredService<ICurrentUser>().Identity ?? throw new ForbiddenException(loggedIn: false);
        // Asked before the form is filled in, not after.
        if (!GetType().IsDefined(typeof(RequiresFreshLoginAttribute), inherit: true)) return;
        if (!services.GetRequiredService<IdentityOptions>().IsFresh(user, services.GetRequiredService<TimeProvider>().GetUtcNow()))
            throw new ForbiddenException(code: ForbiddenException.ReauthenticationNeeded);
    }

    /// <summary>For a page whose form only that right may send, beside what its own messages ask for.</summary>
    /// <exception cref="ForbiddenException">The user lacks the right.</exception>
    protected void Require(Right right)
    {
        if (!HttpContext.RequestServices.GetRequiredService<ICurrentUser>().Has(right)) throw new ForbiddenException();
    }

    /// <summary>Reads what the page shows beside its form; called again when the form is shown with errors.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    protected Task<T> SendAsync<T>(IRequest<T> message) => HttpContext.RequestServices.GetRequiredService<IMediator>().Send(message, Cancellation);

    /// <summary>What is asked for, or null where it is not found.</summary>
    protected async Task<T?> FindAsync<T>(IRequest<T> message)
        where T : class
    {
        try
        {
            return await SendAsync(message);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    /// <summary>What is asked for, or null where a rule stands against it.</summary>
    protected async Task<T?> AllowedAsync<T>(IRequest<T> message)
        where T : class
    {
        try
        {
            return await SendAsync(message);
        }
        catch (Exception failure) when (failure is DomainRuleException or InvalidInputException)
        {
            return null;
        }
    }

    /// <summary>The number of the account that an account field holds; null where it is not clear, which is said beside the field.</summary>
    protected Task<string?> AccountIn(string? written, string field) =>
        AccountField.ReadAsync(HttpContext.RequestServices.GetRequiredService<IMediator>(), ModelState, field, written, Cancellation);

    /// <summary>Sends the form's message. What fails is said beside its field, and nothing that was typed is lost.</summary>
    /// <param name="message">What the form asks for.</param>
    /// <param name="done">Where to go afterwards; usually <see cref="Confirm"/>.</param>
    /// <param name="prefix">Name of the bound property that the message's fields belong to, such as <c>Input</c>.</param>
    protected async Task<IActionResult> Submit<T>(IRequest<T> message, Func<T, IActionResult> done, string prefix = "")
    {
        if (!ModelState.IsValid)
        {
            TellRest(message, prefix);
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            return done(await SendAsync(message));
        }
        catch (InvalidInputException failure)
        {
            foreach (var problem in failure.Problems) Fail(prefix, problem.Field, problem.Code, problem.Arguments);
        }
        catch (DomainRuleException failure)
        {
            Fail(prefix, failure.Field, failure.Code, failure.Arguments);
        }
        catch (ConflictException failure)
        {
            Fail(prefix, null, failure.Code, failure.Arguments);
            return await AgainAsync(StatusCodes.Status409Conflict);
        }

        return await AgainAsync(StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>What a field holds can't be read, so that the form's message is not sent: says what else is wrong by asking with another that changes nothing.</summary>
    protected async Task TellRestAsync<T>(IRequest<T> question)
    {
        try
        {
            await SendAsync(question);
        }
        catch (InvalidInputException failure)
        {
            foreach (var problem in failure.Problems.Where(problem => ModelState.GetFieldValidationState(problem.Field) != ModelValidationState.Invalid)) Fail("", problem.Field, problem.Code, problem.Arguments);
        }
    }

    /// <summary>Goes to another page of the portal and says there what happened.</summary>
    /// <param name="anchor">The part of that page that shows more of it; null for none.</param>
    protected IActionResult Confirm(string text, string link, Anchor? anchor = null)
    {
        HttpContext.RequestServices.GetRequiredService<Flash>().Say(HttpContext, text, anchor);
        return RedirectLocally(link);
    }

    /// <summary>Goes to an address of the portal; anything else leads to the start page.</summary>
    protected IActionResult RedirectLocally(string? link) => LocalRedirect(Url.IsLocalUrl(link) ? LocalAddress.Encoded(link!) : "/");

    /// <summary>The page once more, with what is wrong and all that was filled in.</summary>
    protected async Task<IActionResult> AgainAsync(int status)
    {
        await LoadAsync();
        Response.StatusCode = status;
        return Page();
    }

    // What a field holds can't be read: the message is not sent, and what is wrong with the other fields is told all the same.
    private void TellRest(object message, string prefix)
    {
        foreach (var problem in InputProblems.Of(message, HttpContext.RequestServices))
            if (ModelState.GetFieldValidationState(Key(prefix, problem.Field)) == ModelValidationState.Valid) Fail(prefix, problem.Field, problem.Code, problem.Arguments);
    }

    private static string Key(string prefix, string? field) => string.IsNullOrEmpty(field) ? "" : prefix.Length == 0 ? field : $"{prefix}.{field}";

    private void Fail(string prefix, string? field, string code, IReadOnlyList<object> arguments)
    {
        ModelState.AddModelError(Key(prefix, field), Text.Get($"Errors.{code}", arguments));
    }
}
