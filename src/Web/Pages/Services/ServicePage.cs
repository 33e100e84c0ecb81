using Connect.Application.Common.Texts;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services;

/// <summary>The page of one action: below the service's own page, with whom it is about under its title.</summary>
public abstract class ServicePage : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The service's own page.</summary>
    public string Link => $"/services/{Id}";

    /// <summary>For <c>_Obstacle</c>, in place of the form.</summary>
    /// <param name="text">Key of the text that says why there is none.</param>
    public Obstacle InTheWay(string text) => new(text, Link);

    /// <summary>Back to the service with what was ordered, and links to where it stands and to the order.</summary>
    protected IActionResult Ordered(string text, string number) =>
        Confirm(text, Link, new Anchor("coming", Text.Get("Orders.ToComing")) { Page = new PageLink($"/orders/{number}", Text.Get("Orders.ToOrder")) });

    /// <param name="title">Key of the page's title.</param>
    /// <param name="userName">Of the service.</param>
    /// <param name="phoneNumber">E.164, if it has one.</param>
    protected void About(string title, string userName, string? phoneNumber)
    {
        ViewData["Title"] = Text.Get(title);
        ViewData["Subtitle"] = phoneNumber is null ? userName : $"{userName} · {Format.Phone(phoneNumber)}";
        ViewData["PageClass"] = "is-narrow";
        ViewData["Crumbs"] = new Crumb[] { new("/services", Text.Get("Services.Title")), new(Link, userName) };
    }
}

/// <summary>Why an action cannot be done now.</summary>
/// <param name="Text">Key of the text.</param>
/// <param name="Link">The way back.</param>
public sealed record Obstacle(string Text, string Link);
