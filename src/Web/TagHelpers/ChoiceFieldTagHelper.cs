using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Connect.Web.TagHelpers;

/// <summary><c>&lt;choice-field for="Input.Way" label="…" items="Model.Ways" /&gt;</c>: radio buttons as cards.</summary>
[HtmlTargetElement("choice-field", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoiceFieldTagHelper : GroupFieldBase
{
    protected override IHtmlContent Input(TagHelperContent content) => Group("choices", Card);

    private TagBuilder Card(Choice item, int index)
    {
        var card = new TagBuilder("label");
        card.AddCssClass("choice");
        card.InnerHtml.AppendHtml(Button("radio", item, index, string.Equals(item.Value, Value ?? "", StringComparison.OrdinalIgnoreCase)));
        card.InnerHtml.AppendHtml("<span><b>").Append(item.Label).AppendHtml("</b>");
        if (item.Explanation is not null) card.InnerHtml.AppendHtml("<small>").Append(item.Explanation).AppendHtml("</small>");
        card.InnerHtml.AppendHtml("</span>");
        return card;
    }
}
