using System.Collections;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Connect.Web.TagHelpers;

/// <summary><c>&lt;checks-field for="Input.Rights" label="…" items="Model.Rights" /&gt;</c>: any number of what is listed, as check boxes below one another.</summary>
[HtmlTargetElement("checks-field", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChecksFieldTagHelper : GroupFieldBase
{
    protected override IHtmlContent Input(TagHelperContent content)
    {
        var ticked = (For.Model as IEnumerable)?.Cast<object?>().Select(value => value?.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        return Group("checks", (item, index) => Box(item, index, ticked.Contains(item.Value)));
    }

    private TagBuilder Box(Choice item, int index, bool ticked)
    {
        var label = new TagBuilder("label");
        label.AddCssClass("check");
        label.InnerHtml.AppendHtml(Button("checkbox", item, index, ticked)).AppendHtml("<span>").Append(item.Label);
        if (item.Explanation is not null) label.InnerHtml.AppendHtml("<small>").Append(item.Explanation).AppendHtml("</small>");
        label.InnerHtml.AppendHtml("</span>");
        return label;
    }
}
