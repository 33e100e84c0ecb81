using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Connect.Web.TagHelpers;

/// <summary>A text field that suggests what fits while one types. Without script the same is typed, and the page reads it.</summary>
public abstract class PickerFieldBase : FieldBase
{
    /// <summary>Where the suggestions come from.</summary>
    protected abstract string Source { get; }

    protected override IHtmlContent Input(TagHelperContent content)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("input");
        input.Attributes["type"] = "text";
        input.Attributes["id"] = Id;
        input.Attributes["name"] = Name;
        input.Attributes["maxlength"] = "700";
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
        output.Content.AppendHtml($"<div class=\"picker\" data-picker=\"{Source}\">").AppendHtml(input)
            .AppendHtml($"<ul class=\"picker-list\" role=\"listbox\" id=\"{Id}-list\" aria-labelledby=\"{Id}-label\" hidden></ul></div>");
        AppendErrors(output.Content);
    }
}
