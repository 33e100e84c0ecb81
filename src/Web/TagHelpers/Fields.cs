using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Connect.Web.TagHelpers;

/// <summary><c>&lt;field for="Input.UserName" label="Services.Rename.Name" hint="…" type="text" maxlength="100" /&gt;</c>; with <c>rows</c> a text area.</summary>
[HtmlTargetElement("field", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : FieldBase
{
    public string? Type { get; set; }

    /// <summary>More than one row makes a text area.</summary>
    public int Rows { get; set; } = 1;

    protected override IHtmlContent Input(TagHelperContent content)
    {
        var input = new TagBuilder(Rows > 1 ? "textarea" : "input");
        input.Attributes["id"] = Id;
        input.Attributes["name"] = Name;
        if (Rows > 1)
        {
            input.AddCssClass("textarea");
            input.Attributes["rows"] = Rows.ToString(null as IFormatProvider);
            input.InnerHtml.Append(Value ?? "");
            return input;
        }

        input.AddCssClass("input");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = Type ?? (For.ModelExplorer.ModelType == typeof(DateOnly) || For.ModelExplorer.ModelType == typeof(DateOnly?) ? "date" : "text");
        // A password is never sent back.
        if (Type != "password" && Value is { } value) input.Attributes["value"] = value;
        return input;
    }
}

/// <summary><c>&lt;select-field for="…" label="…" items="…" /&gt;</c>; further options may stand inside, first.</summary>
[HtmlTargetElement("select-field", Attributes = "for,label")]
public sealed class SelectFieldTagHelper : FieldBase
{
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    protected override IHtmlContent Input(TagHelperContent content)
    {
        var select = new TagBuilder("select");
        select.AddCssClass("select");
        select.Attributes["id"] = Id;
        select.Attributes["name"] = Name;
        select.InnerHtml.AppendHtml(content);
        foreach (var item in Items)
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = item.Value ?? item.Text;
            if (string.Equals(item.Value ?? item.Text, Value, StringComparison.OrdinalIgnoreCase)) option.Attributes["selected"] = "selected";
            if (item.Disabled) option.Attributes["disabled"] = "disabled";
            option.InnerHtml.Append(item.Text);
            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }
}

/// <summary><c>&lt;check-field for="…" label="…" /&gt;</c> for a bool. The label stands behind the box; not ticked is sent as false.</summary>
[HtmlTargetElement("check-field", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckFieldTagHelper : FieldBase
{
    protected override IHtmlContent Input(TagHelperContent content)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = "checkbox";
        input.Attributes["id"] = Id;
        input.Attributes["name"] = Name;
        input.Attributes["value"] = "true";
        // Ticked is sent as "true,false": the hidden false stands behind.
        if (Value?.StartsWith("true", StringComparison.OrdinalIgnoreCase) == true) input.Attributes["checked"] = "checked";
        return input;
    }

    protected override void Arrange(TagHelperOutput output, IHtmlContent input)
    {
        output.Content.AppendHtml("<label class=\"check\">").AppendHtml(input).AppendHtml("<span>");
        LabelText(output.Content);
        output.Content.AppendHtml($"</span></label><input type=\"hidden\" name=\"{Name}\" value=\"false\">");
        AppendHint(output.Content);
        AppendErrors(output.Content);
    }
}
