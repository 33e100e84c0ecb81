using Connect.Application.Identity;

namespace Connect.Web.Pages.Services;

/// <summary>A number that the user's own log-in codes go to.</summary>
/// <param name="Me">The user.</param>
/// <param name="Text">Key of the text that says what happens to the codes.</param>
public sealed record CodeNumber(MeView Me, string Text);
