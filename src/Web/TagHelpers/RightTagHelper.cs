using Connect.Application.Common.Security;
using Connect.Domain.Users;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Connect.Web.TagHelpers;

/// <summary><c>&lt;a right="ManageSubscriptions" …&gt;</c>: the element is not there for a user without the right.</summary>
[HtmlTargetElement("*", Attributes = "right")]
public sealed class RightTagHelper(ICurrentUser user) : TagHelper
{
    public Right Right { get; set; }

    // Before the others: what is not shown is not worked out either.
    public override int Order => -10_000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!user.Has(Right)) output.SuppressOutput();
    }
}
