namespace Connect.Web.Infrastructure;

/// <summary>An address of the portal as a header can hold it.</summary>
internal static class LocalAddress
{
    /// <summary>With every sign outside ASCII percent-encoded, and blanks; what is encoded already stays as it is.</summary>
    public static string Encoded(string link) =>
        link.All(IsPlain) ? link : string.Concat(link.EnumerateRunes().Select(sign => sign.IsAscii && IsPlain((char)sign.Value) ? sign.ToString() : Uri.EscapeDataString(sign.ToString())));

    private static bool IsPlain(char sign) => sign is > ' ' and < '\x7f';
}
