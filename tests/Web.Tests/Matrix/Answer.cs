using System.Net;
using System.Text.RegularExpressions;

namespace Connect.Web.Tests.Matrix;

/// <summary>What came back, as the matrix compares it.</summary>
internal sealed partial record Answer(HttpStatusCode Status, string? Location, string Body)
{
    public bool AsksForLogin => Status == HttpStatusCode.Unauthorized
        || (Status is HttpStatusCode.Redirect or HttpStatusCode.SeeOther && Location?.Contains("/login", StringComparison.Ordinal) == true);

    public bool IsRefused => Status == HttpStatusCode.Forbidden;

    /// <summary>The caller was let in; what the rules then said of the input is another matter.</summary>
    public bool LetsIn => !AsksForLogin && !IsRefused && (int)Status < 500;

    /// <summary>Without what differs between any two answers: the antiforgery token, and the id that was asked for.</summary>
    public string Bare(string subject) =>
        subject.Split(':').Where(part => part.Length > 0)
            .Aggregate(RequestIds().Replace(Tokens().Replace(Body, ""), ""), (body, part) => body.Replace(part, "", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("(name=\"__RequestVerificationToken\"[^>]*value=\"[^\"]*\")|(data-token=\"[^\"]*\")|(<meta name=\"[^\"]*token\"[^>]*>)|(CfDJ8[\\w-]+)")]
    private static partial Regex Tokens();

    [GeneratedRegex("(\"traceId\":\"[^\"]*\")|(name=\"[\\w.]*RequestId\"[^>]*value=\"[^\"]*\")|(nonce-[\\w+/=]+)")]
    private static partial Regex RequestIds();
}
