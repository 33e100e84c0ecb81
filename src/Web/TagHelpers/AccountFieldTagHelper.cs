using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Connect.Web.TagHelpers;

/// <summary>
/// <c>&lt;account-field for="Input.Parent" label="…" hint="…" /&gt;</c>: an account within the user's reach, by its number, or chosen from what is
/// suggested for a part of its name. The page reads it with <c>PickAccounts.NumberIn</c>; an account that does not exist is its own to say.
/// </summary>
[HtmlTargetElement("account-field", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AccountFieldTagHelper : FieldBase
{
    protected override IHtmlContent Input(TagHelperContent content)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("input");
        input.Attributes["type"] = "text";
        input.Attributes["id"] = Id;
        input.Attributes["name"] = Name;
        input.Attributes["maxlength"] = "300";
        input.Attributes["autocomplete"] = "off";
        if (Value is { } value) input.Attributes["value"] = value;
        return input;
    }

    protected override void Arrange(TagHelperOutput output, IHtmlContent input)
    {
        var label = new TagBuilder("label");
        label.Attributes["for"] = Id;
        label.Attributes["id"] = $"{Id}-label";
        LabelText(label.InnerHtml);
        output.Content.AppendHtml(label);
        AppendHint(output.Content);
        output.Content.AppendHtml("<div class=\"picker\" data-picker=\"/accounts/pick\">").AppendHtml(input)
            .AppendHtml($"<ul class=\"picker-list\" role=\"listbox\" id=\"{Id}-list\" aria-labelledby=\"{Id}-label\" hidden></ul></div>");
        AppendErrors(output.Content);
    }
}
