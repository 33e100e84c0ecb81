using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Connect.Web.TagHelpers;

/// <summary>One of a few ways, with what it means.</summary>
public sealed record Choice(string Value, string Label, string? Explanation = null);

/// <summary>A field of several boxes or buttons under one legend.</summary>
public abstract class GroupFieldBase : FieldBase
{
    public IEnumerable<Choice> Items { get; set; } = [];

    protected TagBuilder Group(string style, Func<Choice, int, TagBuilder> option)
    {
        var group = new TagBuilder("div");
        group.AddCssClass(style);
        foreach (var (item, index) in Items.Select((item, index) => (item, index))) group.InnerHtml.AppendHtml(option(item, index));
        return group;
    }

    protected TagBuilder Button(string type, Choice item, int index, bool ticked)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = type;
        input.Attributes["name"] = Name;
        input.Attributes["value"] = item.Value;
        // The first one carries the field's id, so that the error summary leads to it.
        input.Attributes["id"] = index == 0 ? Id : $"{Id}-{index}";
        if (ticked) input.Attributes["checked"] = "checked";
        return input;
    }

    protected override void Arrange(TagHelperOutput output, IHtmlContent input)
    {
        output.TagName = "fieldset";
        output.Content.AppendHtml("<legend>");
        LabelText(output.Content);
        output.Content.AppendHtml("</legend>");
        AppendHint(output.Content);
        // The group carries what is said about it as a whole.
        if (input is TagBuilder group && group.Attributes.Remove("aria-describedby", out var described)) output.Attributes.SetAttribute("aria-describedby", described);
        (input as TagBuilder)?.Attributes.Remove("aria-invalid");
        output.Content.AppendHtml(input);
        AppendErrors(output.Content);
    }
}
