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
        var token = Token().Match(await client.GetStringOf(page)).Groups["token"].Value;
        return await client.PostAsync(action, new FormUrlEncodedContent([
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("__RequestVerificationToken", token)]));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
