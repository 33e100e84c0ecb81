using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Connect.Web.Infrastructure;

/// <summary>An attachment that is made while it is sent, so that it is nowhere as a whole. What fails on the way breaks the connection off: a cut file does not pass for a whole one.</summary>
internal sealed class StreamedFile(string contentType, string name, Func<Stream, CancellationToken, Task> write) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.ContentType = contentType;
        response.Headers.ContentDisposition = disposition.ToString();
        return write(response.Body, context.HttpContext.RequestAborted);
    }
}
