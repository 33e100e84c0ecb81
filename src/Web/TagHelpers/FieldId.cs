using Microsoft.AspNetCore.Mvc.Rendering;

namespace Connect.Web.TagHelpers;

/// <summary>The id of the element that a bound property is typed into.</summary>
internal static class FieldId
{
    public static string Of(string name) => TagBuilder.CreateSanitizedId(name, "_");
}
