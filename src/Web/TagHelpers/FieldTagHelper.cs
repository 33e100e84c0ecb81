using System.Globalization;
using Connect.Application.Common.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Connect.Web.TagHelpers;

/// <summary>
/// Label, hint, input and error of one bound property, in one way everywhere. What the helper does not know
/// (<c>maxlength</c>, <c>autocomplete</c>, <c>inputmode</c> …) goes to the input.
/// </summary>
public abstract class FieldBase : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The property that the field is bound to.</summary>
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>Key of the label's text.</summary>
    public string Label { get; set; } = "";

    /// <summary>Key of the text that explains the field.</summary>
    public string? Hint { get; set; }

    /// <summary>Says beside the label that the field may be left empty.</summary>
    public bool Optional { get; set; }

    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
    protected string Id => FieldId.Of(Name);
    private string HintId => Id + "-hint";
    private string ErrorId => Id + "-error";

    private IReadOnlyList<string> Errors =>
        ViewContext.ModelState.TryGetValue(Name, out var entry) ? [.. entry.Errors.Select(error => error.ErrorMessage)] : [];

    /// <summary>What was typed, also when it could not be read; else what the property holds.</summary>
    protected string? Value => ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.AttemptedValue is { } typed ? typed : Written(For.Model);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        FieldLabels.Of(ViewContext.HttpContext).Add(Name, Text.Get(Label));
        var content = await output.GetChildContentAsync();
        var input = Input(content);
        if (input is TagBuilder tag) Describe(tag, output.Attributes);
        output.Attributes.Clear();
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "field");
        Arrange(output, input);
    }

    protected abstract IHtmlContent Input(TagHelperContent content);

    /// <summary>The order of the parts; a check box has its label behind.</summary>
    protected virtual void Arrange(TagHelperOutput output, IHtmlContent input)
    {
        var label = new TagBuilder("label");
        label.Attributes["for"] = Id;
        LabelText(label.InnerHtml);
        output.Content.AppendHtml(label);
        AppendHint(output.Content);
        output.Content.AppendHtml(input);
        AppendErrors(output.Content);
    }

    protected void LabelText(IHtmlContentBuilder label)
    {
        label.Append(Text.Get(Label));
        if (Optional) label.AppendHtml(" <span class=\"field-optional\">").Append(Text.Get("Shell.Optional")).AppendHtml("</span>");
    }

    protected void AppendHint(IHtmlContentBuilder content)
    {
        if (Hint is not null) content.AppendHtml($"<div class=\"field-hint\" id=\"{HintId}\">").Append(Text.Get(Hint)).AppendHtml("</div>");
    }

    protected void AppendErrors(IHtmlContentBuilder content)
    {
        if (Errors.Count == 0) return;
        content.AppendHtml($"<div class=\"field-error\" id=\"{ErrorId}\">{IcoTagHelper.Svg(ViewContext.HttpContext, "alert-circle")}<span>");
        content.Append(string.Join(" ", Errors)).AppendHtml("</span></div>");
    }

    /// <summary>Ties hint and error to the element for those who hear the page.</summary>
    protected void Describe(TagBuilder input, TagHelperAttributeList? rest = null)
    {
        foreach (var attribute in rest ?? []) input.Attributes[attribute.Name] = attribute.Value is null ? attribute.Name : attribute.Value.ToString();
        var described = string.Join(' ', new[] { Hint is null ? null : HintId, Errors.Count == 0 ? null : ErrorId }.OfType<string>());
        if (described.Length > 0) input.Attributes["aria-describedby"] = described;
        if (Errors.Count > 0) input.Attributes["aria-invalid"] = "true";
    }

    protected static string? Written(object? value) => value switch
    {
        null => null,
        DateOnly day => Format.Day(day),
        bool yes => yes ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString(),
    };
}
