using Connect.Application.Common.Errors;
using Connect.Application.Common.Texts;
using Connect.Application.Tickets;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connect.Web.Pages.Tickets;

/// <summary>A received file as a form keeps it, so that it need not be chosen again: its id and name. Whose file it is, is asked when it is sent.</summary>
internal static class KeptFile
{
    private const int IdLength = 36;

    public static string Of(UploadedFile file) => $"{file.Id} {file.FileName}";

    /// <summary>Without what is nothing at all: an empty field is bound as null.</summary>
    public static List<string> Some(IEnumerable<string?>? kept) => [.. (kept ?? []).OfType<string>()];

    public static string NameOf(string kept) => kept.Length > IdLength ? kept[IdLength..].Trim() : kept;

    public static IReadOnlyList<Guid> Ids(IEnumerable<string> kept) => [.. kept.Select(one => Guid.TryParse(one.Length > IdLength ? one[..IdLength] : one, out var id) ? id : Guid.Empty)];
}

/// <summary>The field of a form that files are chosen in.</summary>
/// <param name="Name">Under which the received ones are kept.</param>
public sealed record AttachmentField(string Name, IReadOnlyList<string> Kept);

internal static class TicketUploads
{
    /// <summary>Receives what was chosen. What is wrong with a file is said beside the field; the others are kept.</summary>
    public static async Task ReceiveAsync(PageModel page, IReadOnlyList<IFormFile> files, List<string> kept, Guid requestId, Func<UploadTicketFile, Task<UploadedFile>> upload)
    {
        if (files.Count + kept.Count > TicketOptions.MostFiles)
        {
            page.ModelState.AddModelError("Files", Text.Get("Errors.FilesTooMany"));
            return;
        }

        foreach (var file in files)
        {
            try
            {
                await using var content = file.OpenReadStream();
                kept.Add(KeptFile.Of(await upload(new UploadTicketFile(file.FileName, content, requestId))));
            }
            catch (InvalidInputException failure)
            {
                foreach (var problem in failure.Problems) page.ModelState.AddModelError("Files", Text.Get($"Errors.{problem.Code}", problem.Arguments.Count > 0 ? problem.Arguments : [file.FileName]));
            }
        }
    }
}
