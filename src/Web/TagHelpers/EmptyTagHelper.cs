using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Connect.Web.TagHelpers;

/// <summary>
/// What stands where there is nothing to show: <c>&lt;empty icon="device-mobile" title="@…" text="@…"&gt;links&lt;/empty&gt;</c>.
/// </summary>
[HtmlTargetElement("empty", Attributes = "title")]
public sealed class EmptyTagHelper(HtmlEncoder encoder) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Icon { get; set; } = "info-circle";
    public string Title { get; set; } = "";
    public string? Text { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var actions = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        output.Content.AppendHtml($"<span class=\"empty-badge\">{IcoTagHelper.Svg(ViewContext.HttpContext, Icon)}</span><h2>{encoder.Encode(Title)}</h2>");
        if (Text is not null) output.Content.AppendHtml($"<p>{encoder.Encode(Text)}</p>");
        if (actions.IsEmptyOrWhiteSpace) return;
        output.Content.AppendHtml("<div class=\"actions\">").AppendHtml(actions).AppendHtml("</div>");
    }
}
