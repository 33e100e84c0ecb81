using Connect.Application.Common.Errors;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Application.Subscriptions.Bulk;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Connect.Web.Pages.Services.Bulk;

/// <summary>Which services a job is about, as the page's address says.</summary>
/// <param name="Matching">The list's query string; null for services that were chosen or stand in a file.</param>
/// <param name="Query">The part of the address that says it.</param>
/// <param name="IsEmpty">None was chosen.</param>
/// <param name="Back">The list, as it is filtered.</param>
internal sealed record BulkSource(string? Matching, IReadOnlyList<KeyValuePair<string, string?>> Query, bool IsEmpty, string Back)
{
    public static BulkSource Of(NewModel page, HttpRequest request)
    {
        var list = ListRequest.Parse(request.Query.SelectMany(pair => pair.Value.Select(value => new KeyValuePair<string, string?>(pair.Key, value))), ListSubscriptions.Columns);
        var (matching, back) = ((list with { Page = 1, Size = ListRequest.DefaultSize, UsualSizeAsked = false }).ToQueryString(), "/services" + list.ToQueryString());
        if (page.InsteadOf is { } job) return new(null, [new("insteadOf", $"{job}")], false, $"{BulkChoice.Path}/{job}");
        if (page.IsFile) return new(null, [new("file", "true")], false, BulkChoice.Path);
        if (page.Chosen is null && page.Services.Count == 0) return new(matching, [.. QueryHelpers.ParseQuery(matching).SelectMany(pair => pair.Value.Select(value => new KeyValuePair<string, string?>(pair.Key, value)))], false, back);
        return new(null, [new("chosen", "1"), .. page.Services.OfType<string>().Select(id => new KeyValuePair<string, string?>("service", id))], page.Services.Count == 0, back);
    }

    /// <summary>The template of an action with these services in it; empty where a file is to bring them.</summary>
    public string Template(BulkKind kind) => QueryHelpers.AddQueryString($"{BulkChoice.Path}/template", [new("kind", $"{kind}"), .. Matching is null ? Query.Where(pair => pair.Key == "service") : [new("matching", Matching)]]);

    /// <summary>The same services and that action; null for the choice of one.</summary>
    public string Link(BulkKind? kind) => QueryHelpers.AddQueryString(BulkChoice.NewPath, kind is null ? Query : [new("kind", $"{kind}"), .. Query]);
}

/// <summary>The file of a form, read; what is wrong with it is said beside its field.</summary>
internal static class BulkUpload
{
    private const int LongestName = 200;

    public static string? NameOf(IFormFile? file) => file is null ? null : Path.GetFileName(file.FileName) is { Length: > LongestName } name ? name[..LongestName] : Path.GetFileName(file.FileName);

    public static async Task<IReadOnlyList<BulkService>> ReadAsync(PageModel page, BulkKind kind, IFormFile? file, Func<ReadBulkFile, Task<IReadOnlyList<BulkService>>> send)
    {
        if (file is null)
        {
            page.ModelState.AddModelError(nameof(NewModel.Upload), Text.Get("Errors.BulkFileMissing"));
            return [];
        }

        try
        {
            await using var content = file.OpenReadStream();
            return await send(new ReadBulkFile(kind, content));
        }
        catch (InvalidInputException failure)
        {
            foreach (var problem in failure.Problems) page.ModelState.AddModelError(nameof(NewModel.Upload), Text.Get($"Errors.{problem.Code}", problem.Arguments));
            return [];
        }
    }
}
