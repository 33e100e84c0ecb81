using System.Text.RegularExpressions;

namespace Connect.Web.Tests.Shell;

/// <summary>What a browser does with pages and forms, in a line each.</summary>
internal static partial class Pages
{
    /// <summary>The page's text, whatever its status.</summary>
    public static async Task<string> GetStringOf(this HttpClient client, string address) => await (await client.GetAsync(address)).Content.ReadAsStringAsync();

    /// <summary>Opens a page and sends one of its forms, with the page's token.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(this HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        var token = await client.TokenOfAsync(page);
        return await client.PostAsync(action, new FormUrlEncodedContent([
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("__RequestVerificationToken", token)]));
    }

    /// <summary>The page's token, which the API wants of a browser too.</summary>
    public static async Task<string> TokenOfAsync(this HttpClient client, string page) => Token().Match(await client.GetStringOf(page)).Groups["token"].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
