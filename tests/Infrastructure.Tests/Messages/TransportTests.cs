using System.Net;
using System.Text;
using Connect.Application.Common.Ports;
using Connect.Application.Messages;
using Connect.Infrastructure.Messages;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Messages;

/// <summary>The ways out, against servers that answer as real ones do.</summary>
public sealed class TransportTests : IAsyncLifetime
{
    private readonly FakeMailServer _server = new();
    private readonly FakeEndpoint _gateway = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _gateway.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    [Covers("AUTH-4", "mail by SMTP")]
    public async Task A_mail_reaches_the_server_with_text_and_attachment()
    {
        var image = new MailAttachment("esim.png", "image/png", [1, 2, 3]);
        await Smtp().SendAsync(Mail() with { Attachments = System.Text.Json.JsonSerializer.Serialize(new[] { image }) }, default);
        _server.Commands.ShouldContain(line => line.StartsWith("MAIL FROM:<no-reply@example.se>", StringComparison.Ordinal));
        _server.Commands.ShouldContain(line => line.StartsWith("RCPT TO:<anna@example.com>", StringComparison.Ordinal));
        var mail = _server.Delivered.Single();
        mail.ShouldContain("To: anna@example.com");
        mail.ShouldContain("Auto-Submitted: auto-generated");
        mail.ShouldContain(line => line.Contains("esim.png", StringComparison.Ordinal));
        mail.ShouldContain("AQID");
    }

    [Theory]
    [InlineData("Hej\r\nBcc: all@example.com")]
    [InlineData("Hej\nBcc: all@example.com")]
    [InlineData("Hej\r\n\r\nBcc: all@example.com")]
    [InlineData("Hej\rBcc: all@example.com")]
    public async Task Line_breaks_in_subject_or_file_name_make_no_header_and_no_body(string evil)
    {
        var file = new MailAttachment(evil, "image/png", [1]);
        await Smtp().SendAsync(Mail() with { Subject = evil, Attachments = System.Text.Json.JsonSerializer.Serialize(new[] { file }) }, default);
        _server.Delivered.Single().ShouldNotContain(line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
        _server.Commands.Count(line => line.StartsWith("RCPT", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("anna@example.com\r\nRCPT TO:<all@example.com>")]
    [InlineData("anna@example.com>\r\nDATA")]
    public async Task Line_breaks_in_an_address_reach_no_server(string evil)
    {
        await Should.ThrowAsync<MimeKit.ParseException>(() => Smtp().SendAsync(Mail() with { Recipient = evil }, default));
        _server.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_receiver_that_the_server_refuses_for_good_is_given_up_at_once()
    {
        _server.AtReceiver = "550 no such user";
        await Should.ThrowAsync<WorkRejectedException>(() => Smtp().SendAsync(Mail(), default));
        _server.Delivered.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("450 later")]
    [InlineData(null)]
    public async Task A_server_that_is_busy_or_hangs_up_is_tried_again(string? answer)
    {
        _server.AtReceiver = answer;
        (await Should.ThrowAsync<Exception>(() => Smtp().SendAsync(Mail(), default))).ShouldNotBeOfType<WorkRejectedException>();
        _server.AtReceiver = "250 ok";
        await Smtp().SendAsync(Mail(), default);
        _server.Delivered.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_sent_in_clear_to_a_server_that_should_offer_TLS_and_does_not()
    {
        await Should.ThrowAsync<NotSupportedException>(() => Smtp(MailSecurity.StartTls).SendAsync(Mail(), default));
        _server.Commands.ShouldNotContain(line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    [Covers("AUTH-2", "SMS through an HTTP gateway")]
    public async Task An_SMS_reaches_the_gateway_filled_in()
    {
        await Sms().SendAsync(Text(), default);
        var call = _gateway.Calls.Single();
        call.Address.ShouldBe("https://sms.example/send");
        Encoding.UTF8.GetString(call.Body).ShouldBe("""{"to":"\u002B46701740605","from":"Connect","text":"Kod 123456"}""");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(422)]
    public async Task What_the_gateway_refuses_is_given_up_at_once_without_a_word_of_the_message(int status)
    {
        _gateway.Answers((HttpStatusCode)status, "bad number +46701740605: Kod 123456");
        var refusal = await Should.ThrowAsync<WorkRejectedException>(() => Sms().SendAsync(Text(), default));
        refusal.Message.ShouldBe($"The SMS gateway answered {status}.");
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_gateway_that_is_down_or_busy_is_tried_again_without_a_word_of_the_message(int status)
    {
        _gateway.Answers((HttpStatusCode)status, "Kod 123456");
        var failure = await Should.ThrowAsync<HttpRequestException>(() => Sms().SendAsync(Text(), default));
        failure.Message.ShouldNotContain("123456");
        failure.Message.ShouldNotContain("46701740605");
    }

    [Fact]
    public async Task A_gateway_that_never_answers_or_hangs_up_is_tried_again()
    {
        _gateway.NeverAnswers();
        await Should.ThrowAsync<TaskCanceledException>(() => Sms().SendAsync(Text(), default));
        _gateway.Fails(new HttpRequestException("reset"));
        await Should.ThrowAsync<HttpRequestException>(() => Sms().SendAsync(Text(), default));
    }

    [Fact]
    public async Task Line_breaks_in_an_SMS_stay_in_its_text()
    {
        var form = new SmsOptions { Url = "https://sms.example/{to}?text={text}", ContentType = "application/x-www-form-urlencoded", Body = "to={to}&text={text}" };
        await new SmsGatewayTransport(form, _gateway).SendAsync(Text() with { Recipient = "+46\r\nX: 1", TextBody = "a\r\nTo: b&to=c" }, default);
        var call = _gateway.Calls.Single();
        call.Address.ShouldBe("https://sms.example/%2B46%0D%0AX%3A%201?text=a%0D%0ATo%3A%20b%26to%3Dc");
        Encoding.UTF8.GetString(call.Body).ShouldBe("to=%2B46%0D%0AX%3A%201&text=a%0D%0ATo%3A%20b%26to%3Dc");
    }

    private SmtpTransport Smtp(MailSecurity security = MailSecurity.None) =>
        new(new() { Host = "127.0.0.1", Port = _server.Port, Security = security, From = "Connect <no-reply@example.se>", Timeout = TimeSpan.FromSeconds(20) });

    private SmsGatewayTransport Sms() => new(new SmsOptions { Url = "https://sms.example/send" }, _gateway);

    private static OutgoingMessage Mail() => new()
    {
        Id = Guid.CreateVersion7(), Channel = MessageChannel.Mail, Recipient = "anna@example.com", Subject = "Hej", TextBody = "Välkommen", IsSecret = false,
    };

    private static OutgoingMessage Text() => new() { Id = Guid.CreateVersion7(), Channel = MessageChannel.Sms, Recipient = "+46701740605", TextBody = "Kod 123456", IsSecret = true };
}
