using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Connect.Web.TagHelpers;

/// <summary>
/// <c>&lt;request-id name="Input.RequestId" /&gt;</c>: the number of one filled-in form, for commands that are carried out once.
/// A form shown again with errors keeps its number.
/// </summary>
[HtmlTargetElement("request-id", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RequestIdTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Name { get; set; } = "RequestId";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var sent = ViewContext.ModelState.TryGetValue(Name, out var entry) ? entry.AttemptedValue : null;
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", Name);
        output.Attributes.SetAttribute("value", Guid.TryParse(sent, out var id) ? id : Guid.CreateVersion7());
    }
}
