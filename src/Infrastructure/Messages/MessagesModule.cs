using Connect.Application.Common.Ports;
using Connect.Application.Messages;
using Connect.Infrastructure.Operations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connect.Infrastructure.Messages;

public static class MessagesModule
{
    public static IServiceCollection AddMessages(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        services.AddScoped<OutgoingMessages>();
        services.AddScoped<IMessages>(provider => provider.GetRequiredService<OutgoingMessages>());
        services.AddScoped<IWorkHandler, SendMessages>();
        services.AddScoped<IInstallationCheck, MessagesCheck>();
        services.AddSingleton(provider => new MessageOptions(configuration["Operator:Name"] ?? "Connect", PublicUrl(configuration, provider)));
        services.AddSingleton(configuration.GetSection("Mail").Get<MailOptions>() ?? new MailOptions());
        services.AddSingleton(configuration.GetSection("Sms").Get<SmsOptions>() ?? new SmsOptions());
        services.AddHttpClient(SmsGatewayTransport.ClientName, (provider, client) => client.Timeout = provider.GetRequiredService<SmsOptions>().Timeout)
            .RemoveAllLoggers(); // the address may hold number and text
        services.AddSingleton(provider => new DevOutbox(configuration["Outbox:Folder"] ?? Path.Combine(dataFolder, "outbox"), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(MailTransport);
        services.AddSingleton(SmsTransport);
        return services;
    }

    /// <summary>What is missing before this installation can send, in words for whoever starts it; empty when nothing is.</summary>
    public static IReadOnlyList<string> Problems(IConfiguration configuration, IHostEnvironment environment)
    {
        if (HasOutbox(environment)) return [];
        var problems = new List<string>();
        if (string.IsNullOrEmpty(configuration["Mail:Host"]) || string.IsNullOrEmpty(configuration["Mail:From"])) problems.Add("Mail:Host and Mail:From are not set: no mail can be sent.");
        if (string.IsNullOrEmpty(configuration["Sms:Url"])) problems.Add("Sms:Url is not set: no log-in code can be sent.");
        if (string.IsNullOrEmpty(configuration["PublicUrl"])) problems.Add("PublicUrl is not set: links in mails need the address of the portal.");
        return problems;
    }

    /// <summary>The development outbox stands in for what is not configured, in these environments only.</summary>
    public static bool HasOutbox(IHostEnvironment environment) => environment.IsDevelopment() || environment.IsEnvironment("Testing");

    private static IMessageTransport MailTransport(IServiceProvider provider) => provider.GetRequiredService<MailOptions>() switch
    {
        { Host.Length: > 0, From.Length: > 0 } options => new SmtpTransport(options),
        _ => Outbox(provider, MessageChannel.Mail),
    };

    private static IMessageTransport SmsTransport(IServiceProvider provider) => provider.GetRequiredService<SmsOptions>() switch
    {
        { Url.Length: > 0 } options => new SmsGatewayTransport(options, provider.GetRequiredService<IHttpClientFactory>()),
        _ => Outbox(provider, MessageChannel.Sms),
    };

    private static IMessageTransport Outbox(IServiceProvider provider, MessageChannel channel) =>
        HasOutbox(provider.GetRequiredService<IHostEnvironment>())
            ? new DevTransport(channel, provider.GetRequiredService<DevOutbox>())
            : new MissingTransport(channel);

    private static string PublicUrl(IConfiguration configuration, IServiceProvider provider) => configuration["PublicUrl"] is { Length: > 0 } url
        ? url
        : HasOutbox(provider.GetRequiredService<IHostEnvironment>()) ? (configuration["urls"] ?? "http://localhost:5080").Split(';')[0] : "";
}
