using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Connect.Web.TagHelpers;

/// <summary><c>&lt;person-field for="Input.ContactPersonId" label="…" hint="…" /&gt;</c>: a contact person within the user's reach, by a part of name or e-mail.</summary>
[HtmlTargetElement("person-field", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PersonFieldTagHelper : PickerFieldBase
{
    protected override string Source => "/users/contact-persons";
}
