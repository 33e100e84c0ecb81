namespace Connect.Web.Api;

/// <summary>Metadata of the API reference: its page brings its own inline styles, so its content security policy is wider than the portal's.</summary>
internal sealed class ScalarPolicy
{
    public const string Policy = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'self'";

    public static readonly ScalarPolicy Instance = new();
}
