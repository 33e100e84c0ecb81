using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Connect.Web.TagHelpers;

/// <summary><c>&lt;ico n="filter" /&gt;</c>: an icon of the sprite, by its fingerprinted address. Names stand in Assets/icons.json.</summary>
[HtmlTargetElement("ico", Attributes = "n", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IcoTagHelper : TagHelper
{
    private const string Sprite = "dist/icons.svg";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string N { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", N.EndsWith("-filled", StringComparison.Ordinal) ? "ico is-filled" : "ico");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent(Use(ViewContext.HttpContext, N));
    }

    internal static string Svg(HttpContext http, string name) => $"<svg class=\"ico\" aria-hidden=\"true\">{Use(http, name)}</svg>";

    private static string Use(HttpContext http, string name)
    {
        var assets = http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return $"<use href=\"{http.Request.PathBase}/{assets?[Sprite] ?? Sprite}#{name}\"></use>";
    }
}
