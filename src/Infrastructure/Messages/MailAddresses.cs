using MimeKit;

namespace Connect.Infrastructure.Messages;

/// <summary>Keeps what people write from becoming headers of a mail.</summary>
internal static class MailAddresses
{
    /// <summary>A single plain address, or refused: no line break, no list, no display name.</summary>
    /// <exception cref="ArgumentException">It is not one.</exception>
    public static string Checked(string address) =>
        !address.Any(char.IsControl) && MailboxAddress.TryParse(address, out var parsed) && parsed.Address == address && address.Contains('@', StringComparison.Ordinal)
            ? address
            : throw new ArgumentException("Not a mail address.", nameof(address));

    /// <summary>Line breaks and other control characters become spaces.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign));
}
