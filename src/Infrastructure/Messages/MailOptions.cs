namespace Connect.Infrastructure.Messages;

/// <summary>The section <c>Mail</c>.</summary>
public sealed record MailOptions
{
    /// <summary>The SMTP server. Empty: mail is not configured.</summary>
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    /// <summary><c>StartTls</c> (default), <c>SslOnConnect</c>, or <c>None</c> for a server on the own network.</summary>
    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    public string? UserName { get; init; }
    public string? Password { get; init; }

    /// <summary>The sender: <c>Connect &lt;no-reply@example.se&gt;</c> or a plain address.</summary>
    public string From { get; init; } = "";

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}

public enum MailSecurity
{
    StartTls,
    SslOnConnect,
    None,
}

/// <summary>The section <c>Sms</c>: any gateway that takes one HTTP request a message.</summary>
public sealed record SmsOptions
{
    /// <summary>Where to; may hold <c>{to}</c> and <c>{text}</c>. Empty: SMS are not configured.</summary>
    public string Url { get; init; } = "";

    public string Method { get; init; } = "POST";

    /// <summary>Headers, such as <c>Authorization</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary><c>application/json</c> or <c>application/x-www-form-urlencoded</c>; decides how values are escaped in the body.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>The body with <c>{to}</c> (E.164), <c>{text}</c>, <c>{from}</c> and <c>{id}</c> (the message's own, for gateways that drop repeats).</summary>
    public string Body { get; init; } = """{"to":"{to}","from":"{from}","text":"{text}"}""";

    /// <summary>The sender as the receiver sees it.</summary>
    public string From { get; init; } = "Connect";

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);
}
