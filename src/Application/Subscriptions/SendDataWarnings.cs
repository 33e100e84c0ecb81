using Connect.Application.Common.Ports;
using Connect.Application.Messages;
using Connect.Domain.Common;

namespace Connect.Application.Subscriptions;

/// <summary>Tells users by mail whose services have used 80 or 100 % of their data of the month: once a threshold, service and month, in one mail for all that is new.</summary>
internal sealed class SendDataWarnings(IDataWarnings warnings, IMessages messages, MessageTexts texts, ITransactions transactions, TimeProvider clock) : IWorkHandler
{
    private const int AtOnce = 2000;

    public string Kind => UsageRounds.Warnings;

    public async Task RunAsync(DueWork work, CancellationToken cancellation)
    {
        var month = StockholmTime.MonthOf(clock.Today());
        foreach (var ofAll in new[] { true, false })
        {
            IReadOnlyList<DueDataWarning> due;
            do
            {
                due = await warnings.DueAsync(month, ofAll, AtOnce, cancellation);
                foreach (var ofUser in due.GroupBy(warning => warning.UserId)) await TellAsync(month, [.. ofUser], cancellation);
            }
            while (due.Count == AtOnce);
        }
    }

    // The next load or the next day begins another round.
    public Task GiveUpAsync(DueWork work, string? refusal, CancellationToken cancellation) => Task.CompletedTask;

    private Task TellAsync(DateOnly month, IReadOnlyList<DueDataWarning> due, CancellationToken cancellation) => transactions.RunAsync(async () =>
    {
        await warnings.MarkAsync(month, due, cancellation);
        var (subject, text) = texts.DataWarning(month, due);
        await messages.MailAsync(new Mail { To = due[0].Email, Subject = subject, Text = text, OrganisationId = due[0].OrganisationId, UserId = due[0].UserId }, cancellation);
        return true;
    }, cancellation);
}
