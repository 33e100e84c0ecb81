using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Connect.Application.Common.Security;
using Connect.TestKit;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Web.Tests.Matrix;

/// <summary>Somebody who calls addresses: with a session of their own, with a wrong one, or with none.</summary>
internal sealed partial class Visitor(Portal portal, string name, UserIdentity? user, string? cookie)
{
    // A page of an order stands below its service, for the way back only.
    private const string AnyService = "01960000-0000-7000-8000-000000000001";
    private const string FormCookie = "connect-form";

    public string Name => name;

    public UserIdentity? User => user;

    public static Visitor Nobody(Portal portal) => new(portal, "nobody", null, null);

    /// <summary>With a session cookie that no session belongs to.</summary>
    public static Visitor Forged(Portal portal) => new(portal, "a forged session", null, "connect-session=" + NewToken());

    /// <summary>After the password, before the code.</summary>
    public static async Task<Visitor> HalfLoggedInAsync(Portal portal, World world, UserIdentity user)
    {
        var (token, now) = (NewToken(), portal.Clock.GetUtcNow());
        await world.InsertAsync("LoginAttempt", ("Id", Guid.CreateVersion7()), ("UserId", user.Id), ("TokenHash", Hash(token)),
            ("Tries", 0), ("CodesSent", 1), ("CreatedAt", now), ("ExpiresAt", now.AddMinutes(5)));
        return new(portal, "half logged in", null, "connect-login=" + token);
    }

    public static async Task<Visitor> WithSessionAsync(Portal portal, World world, UserIdentity user, string name)
    {
        var (token, now) = (NewToken(), portal.Clock.GetUtcNow());
        await world.InsertAsync("UserSession", ("Id", Guid.CreateVersion7()), ("UserId", user.Id), ("TokenHash", Hash(token)),
            ("CreatedAt", now), ("LastSeenAt", now), ("ExpiresAt", now.AddHours(8)), ("ReauthenticatedAt", now), ("Address", "192.0.2.1"), ("Agent", "test"));
        return new(portal, name, user, "connect-session=" + token);
    }

    /// <summary>Calls the row's address for one subject, with everything in order but who calls.</summary>
    public Task<Answer> CallAsync(MatrixRow row, string subject = "") =>
        SendAsync(row, Address(row, part => Part(row, part, subject)) + row.Asked(subject), row.Method is "GET" or "HEAD" or "ANY" ? null : Content(row, subject));

    /// <summary>The row's address with something in the place of each of its parameters.</summary>
    public static string Address(MatrixRow row, Func<string, string> part) =>
        Parameter().Replace(row.Route, match => part(match.Value)) + (row.Handler is null ? "" : $"?handler={row.Handler}");

    public static string Part(MatrixRow row, string part, string subject) =>
        (part == "{id:guid}" ? row.FixedId : null) ?? row.Fixed ?? PartOf(row, part, subject);

    /// <summary>Calls any address in the row's way: as a page or an API, with the tokens that a change needs.</summary>
    public async Task<Answer> SendAsync(MatrixRow row, string address, HttpContent? content)
    {
        using var request = new HttpRequestMessage(new HttpMethod(row.Method == "ANY" ? "GET" : row.Method), address) { Content = content };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(row.IsApi ? "application/json" : "text/html"));
        var cookies = cookie is null ? new List<string>() : [cookie];
        if (row.Method is not ("GET" or "ANY"))
        {
            var tokens = Tokens();
            cookies.Add($"{FormCookie}={tokens.CookieToken}");
            request.Headers.Add(tokens.HeaderName!, tokens.RequestToken);
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        }

        if (cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", cookies));
        using var client = portal.NewClient();
        using var sent = await client.SendAsync(request);
        using var look = await LookAsync(client, sent, cookies);
        var response = look ?? sent;
        return new(response.StatusCode, response.Headers.Location?.ToString(), await response.Content.ReadAsStringAsync());
    }

    /// <summary>What a form asked to see stands on the page that it leads to, as in a browser.</summary>
    private static async Task<HttpResponseMessage?> LookAsync(HttpClient client, HttpResponseMessage sent, List<string> cookies)
    {
        if (sent.Headers.Location is not { } page || !sent.Headers.TryGetValues("Set-Cookie", out var given)) return null;
        if (given.FirstOrDefault(one => one.StartsWith("connect-look-", StringComparison.Ordinal)) is not { } look) return null;
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Add("Cookie", string.Join("; ", cookies.Append(look.Split(';')[0])));
        return await client.SendAsync(request);
    }

    private static HttpContent? Content(MatrixRow row, string subject)
    {
        string Filled(string text) => text.Replace("{id}", subject, StringComparison.Ordinal);
        if (row.IsApi) return row.Body is null ? null : new StringContent(Filled(row.Body), Encoding.UTF8, "application/json");
        return new FormUrlEncodedContent([.. row.Form.Select(field => KeyValuePair.Create(field.Key, Filled(field.Value))), new("RequestId", Guid.CreateVersion7().ToString())]);
    }

    private static string PartOf(MatrixRow row, string parameter, string subject) => (row.Subject, parameter) switch
    {
        (Subject.Order, "{id:guid}") => AnyService,
        (Subject.User, "{act}") => "deactivate",
        (Subject.ContactPerson or Subject.TicketFile, "{number}") => subject.Split(':')[0],
        (Subject.ContactPerson or Subject.TicketFile, _) => subject.Split(':')[1],
        _ => subject,
    };

    private static string NewToken() => Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    private static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private AntiforgeryTokenSet Tokens()
    {
        using var scope = portal.Services.CreateScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        if (user is not null) context.User = new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, user.Id.ToString())], "Session"));
        return scope.ServiceProvider.GetRequiredService<IAntiforgery>().GetTokens(context);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
