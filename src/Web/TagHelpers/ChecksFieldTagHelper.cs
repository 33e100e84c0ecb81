using System.Collections;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Connect.Web.TagHelpers;

/// <summary><c>&lt;checks-field for="Input.Rights" label="…" items="Model.Rights" /&gt;</c>: any number of what is listed, as check boxes below one another.</summary>
[HtmlTargetElement("checks-field", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChecksFieldTagHelper : FieldBase
{
    public IEnumerable<Choice> Items { get; set; } = [];

    protected override IHtmlContent Input(TagHelperContent content)
    {
        var boxes = new TagBuilder("div");
        boxes.AddCssClass("checks");
        var ticked = (For.Model as IEnumerable)?.Cast<object?>().Select(value => value?.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        foreach (var (item, index) in Items.Select((item, index) => (item, index))) boxes.InnerHtml.AppendHtml(Box(item, index, ticked.Contains(item.Value)));
        return boxes;
    }

    protected override void Arrange(TagHelperOutput output, IHtmlContent input)
    {
        output.TagName = "fieldset";
        output.Content.AppendHtml("<legend>");
        LabelText(output.Content);
        output.Content.AppendHtml("</legend>");
        AppendHint(output.Content);
        // The group carries what is said about it as a whole.
        if (input is TagBuilder boxes && boxes.Attributes.Remove("aria-describedby", out var described)) output.Attributes.SetAttribute("aria-describedby", described);
        (input as TagBuilder)?.Attributes.Remove("aria-invalid");
        output.Content.AppendHtml(input);
        AppendErrors(output.Content);
    }

    private TagBuilder Box(Choice item, int index, bool ticked)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = "checkbox";
        input.Attributes["name"] = Name;
        input.Attributes["value"] = item.Value;
        // The first one carries the field's id, so that the error summary leads to it.
        input.Attributes["id"] = index == 0 ? Id : $"{Id}-{index}";
        if (ticked) input.Attributes["checked"] = "checked";
        var label = new TagBuilder("label");
        label.AddCssClass("check");
        label.InnerHtml.AppendHtml(input).AppendHtml("<span>").Append(item.Label);
        if (item.Explanation is not null) label.InnerHtml.AppendHtml("<small>").Append(item.Explanation).AppendHtml("</small>");
        label.InnerHtml.AppendHtml("</span>");
        return label;
    }
}
