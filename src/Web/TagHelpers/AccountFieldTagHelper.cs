using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Connect.Web.TagHelpers;

/// <summary>
/// <c>&lt;account-field for="Input.Parent" label="…" hint="…" /&gt;</c>: an account within the user's reach, by its number, or chosen from what is
/// suggested for a part of its name. The page reads it with <c>PortalPage.AccountIn</c>; an account that does not exist is its own to say.
/// </summary>
[HtmlTargetElement("account-field", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AccountFieldTagHelper : PickerFieldBase
{
    protected override string Source => "/accounts/pick";
}
