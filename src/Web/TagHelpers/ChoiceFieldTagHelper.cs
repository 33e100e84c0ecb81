using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Connect.Web.TagHelpers;

/// <summary>One of a few ways, with what it means.</summary>
public sealed record Choice(string Value, string Label, string? Explanation = null);

/// <summary><c>&lt;choice-field for="Input.Way" label="…" items="Model.Ways" /&gt;</c>: radio buttons as cards.</summary>
[HtmlTargetElement("choice-field", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoiceFieldTagHelper : FieldBase
{
    public IEnumerable<Choice> Items { get; set; } = [];

    protected override IHtmlContent Input(TagHelperContent content)
    {
        var cards = new TagBuilder("div");
        cards.AddCssClass("choices");
        foreach (var (item, index) in Items.Select((item, index) => (item, index))) cards.InnerHtml.AppendHtml(Card(item, index));
        return cards;
    }

    protected override void Arrange(TagHelperOutput output, IHtmlContent input)
    {
        output.TagName = "fieldset";
        output.Content.AppendHtml("<legend>");
        LabelText(output.Content);
        output.Content.AppendHtml("</legend>");
        AppendHint(output.Content);
        // The group carries what is said about it as a whole.
        if (input is TagBuilder cards && cards.Attributes.Remove("aria-describedby", out var described)) output.Attributes.SetAttribute("aria-describedby", described);
        (input as TagBuilder)?.Attributes.Remove("aria-invalid");
        output.Content.AppendHtml(input);
        AppendErrors(output.Content);
    }

    private TagBuilder Card(Choice item, int index)
    {
        var radio = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        radio.Attributes["type"] = "radio";
        radio.Attributes["name"] = Name;
        radio.Attributes["value"] = item.Value;
        // The first one carries the field's id, so that the error summary leads to it.
        radio.Attributes["id"] = index == 0 ? Id : $"{Id}-{index}";
        if (string.Equals(item.Value, Value, StringComparison.OrdinalIgnoreCase)) radio.Attributes["checked"] = "checked";
        var card = new TagBuilder("label");
        card.AddCssClass("choice");
        card.InnerHtml.AppendHtml(radio).AppendHtml("<span><b>").Append(item.Label).AppendHtml("</b>");
        if (item.Explanation is not null) card.InnerHtml.AppendHtml("<small>").Append(item.Explanation).AppendHtml("</small>");
        card.InnerHtml.AppendHtml("</span>");
        return card;
    }
}
