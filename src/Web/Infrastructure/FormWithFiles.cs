using Connect.Application.Tickets;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Connect.Web.Infrastructure;

/// <summary>A page whose form brings files: what says that it is larger than all files together may be is refused before any of it is read, and nothing larger is read.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FormWithFilesAttribute(int mostBytes = 0) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Of all its files together; 0 for those of a ticket.</summary>
    public int MostBytes => mostBytes;

    private const long Rest = 1024 * 1024;

    // Before antiforgery, which reads the form.
    public int Order => 500;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var most = (mostBytes > 0 ? mostBytes : TicketOptions.MostFiles * http.RequestServices.GetRequiredService<TicketOptions>().MostBytes) + Rest;
        if (http.Request.ContentLength > most) throw new BadHttpRequestException("Too large", StatusCodes.Status413PayloadTooLarge);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = most;
        if (http.Request.HasFormContentType) http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = most }));
    }
}
