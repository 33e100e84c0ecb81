namespace Connect.Web.Shell;

/// <summary>A step on the way to the page: <c>ViewData["Crumbs"] = new Crumb[] { new("/services", "Tjänster") }</c>.</summary>
public sealed record Crumb(string Link, string Label);
