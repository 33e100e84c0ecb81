using Connect.Application.Common.Ports;
using Connect.Application.Messages;
using Connect.Infrastructure.Messages;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Messages;

public abstract class MessageTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(Engines.Available(engine));
    private TestScope _product = null!;
    private World _world = null!;

    public ValueTask InitializeAsync()
    {
        (_product, _world) = (new(_database), new(_database));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _product.DisposeAsync();
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact, Covers("AUTH-4", "outbox in development"), Covers("AUTH-2", "outbox in development")]
    public async Task A_mail_is_sent_after_the_transaction_and_kept_when_it_holds_no_secret()
    {
        await MailAsync(new() { To = "anna@example.com", Subject = "Hej", Text = "Välkommen" });
        Outbox.ShouldBeEmpty();
        (await _product.RunDueWorkAsync()).ShouldBe(1);
        Outbox.Single().Text.ShouldBe("Välkommen");
        (await StoredAsync()).Body.ShouldBe("Välkommen");
        (await _product.RunDueWorkAsync()).ShouldBe(0);
    }

    [Fact, Covers("SVC-6", "stored copy of the mail is blanked")]
    public async Task A_secret_is_unreadable_while_it_waits_and_gone_once_it_is_sent()
    {
        var image = new MailAttachment("qr.png", "image/png", [1, 2, 3]);
        await MailAsync(new() { To = "anna@example.com", Subject = "eSIM", Text = "LPA:1$secret", Attachments = [image], IsSecret = true });
        (await StoredAsync()).Body.ShouldNotBeNull().ShouldNotContain("secret");
        await _product.RunDueWorkAsync();
        var sent = Outbox.Single();
        sent.Text.ShouldBe("LPA:1$secret");
        sent.Attachments.Single().Content.ShouldBe(image.Content);
        (await StoredAsync()).ShouldBe((null, null, true));
    }

    [Theory]
    [InlineData("anna@example.com\r\nBcc: all@example.com")]
    [InlineData("anna@example.com, eve@example.com")]
    [InlineData("Anna <anna@example.com>")]
    [InlineData("anna")]
    public async Task An_address_that_is_more_than_one_is_refused(string address) =>
        await Should.ThrowAsync<ArgumentException>(() => MailAsync(new() { To = address, Subject = "", Text = "" }));

    [Fact]
    public async Task A_line_break_in_a_subject_makes_no_header()
    {
        await MailAsync(new() { To = "anna@example.com", Subject = "Hej\r\nBcc: all@example.com", Text = "" });
        await _product.RunDueWorkAsync();
        Outbox.Single().Subject.ShouldBe("Hej  Bcc: all@example.com");
    }

    [Fact]
    public async Task What_is_rolled_back_is_not_sent()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => _product.RunAsync(services => services.GetRequiredService<ITransactions>().RunAsync<bool>(async () =>
        {
            await services.GetRequiredService<IMessages>().SmsAsync(new("+46701740605", "kod"), default);
            throw new InvalidOperationException();
        }, default)));
        (await _product.RunDueWorkAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_that_is_given_up_keeps_no_secret()
    {
        await _product.RunAsync(async services =>
        {
            await services.GetRequiredService<IMessages>().SmsAsync(new("+46701740605", "kod"), default);
            return true;
        });
        var id = await _world.Db.FirstOrDefaultAsync<Guid>("SELECT Id FROM OutgoingMessage");
        await _product.RunAsync(async services =>
        {
            await services.GetServices<IWorkHandler>().Single(handler => handler.Kind == SendMessages.WorkKind)
                .GiveUpAsync(new(id, SendMessages.WorkKind, id, null, "key", 8), "down", default);
            return true;
        });
        (await StoredAsync()).Body.ShouldBeNull();
    }

    [Fact]
    public void The_mail_has_sender_receiver_and_an_id_that_is_the_same_at_a_repeat()
    {
        var message = new OutgoingMessage { Id = Guid.CreateVersion7(), Channel = MessageChannel.Mail, Recipient = "anna@example.com", Subject = "Åäö", TextBody = "x", IsSecret = false };
        var transport = new SmtpTransport(new() { Host = "mail", From = "Connect <no-reply@example.se>" });
        using var mail = transport.ToMail(message);
        mail.From.ToString().ShouldBe("\"Connect\" <no-reply@example.se>");
        mail.To.ToString().ShouldBe("anna@example.com");
        mail.Subject.ShouldBe("Åäö");
        mail.MessageId.ShouldBe($"{message.Id:N}@example.se");
    }

    [Theory]
    [InlineData("application/json", """{"to":"{to}","text":"{text}"}""", """{"to":"\u002B46701740605","text":"\u0022}{to} \u0026 x"}""")]
    [InlineData("application/x-www-form-urlencoded", "to={to}&text={text}", "to=%2B46701740605&text=%22%7D%7Bto%7D%20%26%20x")]
    public async Task The_gateway_gets_the_template_filled_and_escaped(string type, string template, string expected)
    {
        var transport = new SmsGatewayTransport(new() { Url = "https://sms.example/send?to={to}", ContentType = type, Body = template, Headers = new Dictionary<string, string> { ["Authorization"] = "Basic abc" } }, null!);
        using var request = transport.ToRequest(new() { Id = Guid.CreateVersion7(), Channel = MessageChannel.Sms, Recipient = "+46701740605", TextBody = "\"}{to} & x", IsSecret = true });
        request.RequestUri!.AbsoluteUri.ShouldBe("https://sms.example/send?to=%2B46701740605");
        request.Headers.Authorization!.ToString().ShouldBe("Basic abc");
        (await request.Content!.ReadAsStringAsync()).ShouldBe(expected);
    }

    private IReadOnlyList<DevMessage> Outbox => _product.Services.GetRequiredService<DevOutbox>().List();

    private Task MailAsync(Mail mail) => _product.RunAsync(async services =>
    {
        await services.GetRequiredService<IMessages>().MailAsync(mail, default);
        return true;
    });

    private Task<(string? Body, string? Attachments, bool IsSecret)> StoredAsync() =>
        _world.Db.FirstOrDefaultAsync<(string?, string?, bool)>("SELECT TextBody, Attachments, IsSecret FROM OutgoingMessage");
}

public sealed class MessageOnSqlite() : MessageTests(DatabaseEngine.Sqlite);

public sealed class MessageOnSqlServer() : MessageTests(DatabaseEngine.SqlServer);
