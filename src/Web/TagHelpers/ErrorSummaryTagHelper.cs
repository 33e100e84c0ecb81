using System.Text.Encodings.Web;
using Connect.Application.Common.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Connect.Web.TagHelpers;

/// <summary><c>&lt;error-summary /&gt;</c>: all that is wrong with the form, each line a link to its field.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(HtmlEncoder encoder) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ModelState.SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage))).ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Content.AppendHtml($"<h2>{encoder.Encode(Text.Get(errors.Any(error => error.Key.Length > 0) ? "Shell.ErrorSummary" : "Shell.NotDone"))}</h2><ul>");
        output.Content.AppendHtml(new Lines(errors, FieldLabels.Of(ViewContext.HttpContext))).AppendHtml("</ul>");
    }

    // Written when the page is: the fields further down have told their names and places by then.
    private sealed class Lines(IReadOnlyList<(string Key, string Message)> errors, FieldLabels labels) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            foreach (var (field, message) in errors.OrderBy(error => labels.PlaceOf(error.Key)))
            {
                var text = encoder.Encode(labels.Find(field) is { } label ? $"{label}: {message}" : message);
                writer.Write(field.Length == 0 ? $"<li>{text}</li>" : $"<li><a href=\"#{FieldId.Of(field)}\">{text}</a></li>");
            }
        }
    }
}
