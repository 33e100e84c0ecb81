using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Web.Shell;

/// <summary>A count on the start page that leads to its list with the right filter on. Found by scan, like <see cref="MenuEntry"/>.</summary>
/// <param name="order">Aktiva tjänster 10, Pågående beställningar 20, Pågående ärenden 30, Obetalda fakturor 40.</param>
/// <param name="text">Key of the text.</param>
/// <param name="link">The list with its filter.</param>
/// <param name="icon">Name in <c>Assets/icons.json</c>.</param>
/// <param name="tone"><c>ok</c>, <c>warn</c>, <c>bad</c> or <c>info</c>.</param>
/// <param name="right">Without it there is no tile.</param>
public abstract class StartTile(int order, string text, string link, string icon, string tone, Right right)
{
    public int Order => order;
    public string Text => text;
    public string Link => link;
    public string Icon => icon;
    public string Tone => tone;

    /// <summary>What it shows: its count within the user's reach, and what more there is to say of it.</summary>
    public abstract Task<TileFigure> ShowAsync(IMediator mediator, CancellationToken cancellation);

    public bool IsFor(ICurrentUser user) => user.Has(right);
}

/// <param name="Note">A line below the label.</param>
/// <param name="Warns">The note asks for something to be done.</param>
/// <param name="Link">The same list in an order that shows what the note speaks of; null for the tile's own.</param>
public sealed record TileFigure(int Count, string? Note = null, bool Warns = false, string? Link = null);
