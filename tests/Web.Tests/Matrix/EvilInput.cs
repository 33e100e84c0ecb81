using System.Text.Json;

namespace Connect.Web.Tests.Matrix;

/// <summary>Values that nobody means and somebody sends.</summary>
internal static class EvilInput
{
    private static readonly string Long = new('x', 10_000);

    /// <summary>As they stand in an address or a form, percent-encoded; among them what is no UTF-8 at all, where the halves of a sign stand alone.</summary>
    public static readonly IReadOnlyList<string> Encoded =
    [
        "-1", "9223372036854775808", "%27", "%00", "%25", "%ED%A0%80", "0001-01-01", "1e400", "%0D%0Aa%3Ab", Long, "",
    ];

    /// <summary>As the value of a property.</summary>
    public static readonly IReadOnlyList<string> Json =
    [
        "null", "true", "-1", "9223372036854775808", "\"\"", "\"'\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{\"a\":1}", JsonSerializer.Serialize(Long), "\"9999-12-31\"",
    ];

    /// <summary>As a whole body.</summary>
    public static readonly IReadOnlyList<string> Bodies =
    [
        "", "null", "1", "\"x\"", "[]", "{}", "{", "{\"a\":", "\0", "{\"__proto__\":1}", new string('[', 2000), "{\"a\":" + new string('{', 200), "{\"a\":1,\"a\":1}",
    ];

    /// <summary>What a body may call itself.</summary>
    public static readonly IReadOnlyList<string> Types =
        ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data", "text/plain", "application/json; charset=utf-16"];

    /// <summary>Query strings of lists, one thing wrong in each.</summary>
    public static readonly IReadOnlyList<string> Lists =
    [
        .. new[] { "page", "size", "sort", "f.name", "f.status", "f.price", "f.ends", "f.phone", "f.service", "f.unknown", "fo.name", "fb.ends", "handler" }
            .SelectMany(name => Encoded.Select(value => $"{name}={value}")),
        "page=2147483647", "page=9223372036854775807&size=100", "sort=-unknown", "f.=1", "%00=1", "=1", "&&&", "f.name=~%5C", "f.ends=2026-01-01..0001-01-01", "f.price=..",
    ];
}
