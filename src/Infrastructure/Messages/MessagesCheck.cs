using Connect.Infrastructure.Operations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Connect.Infrastructure.Messages;

/// <summary>Can codes, invitations and eSIM mails leave this installation?</summary>
internal sealed class MessagesCheck(IConfiguration configuration, IHostEnvironment environment) : IInstallationCheck
{
    public string Name => "messages";

    public Task<CheckResult> RunAsync(CancellationToken cancellation)
    {
        var problems = MessagesModule.Problems(configuration, environment);
        return Task.FromResult(problems.Count > 0 ? CheckResult.Wrong(string.Join(" ", problems))
            : MessagesModule.HasOutbox(environment) ? CheckResult.Warning("What is not configured goes to the development outbox.")
            : CheckResult.Good("mail and SMS are configured."));
    }
}
