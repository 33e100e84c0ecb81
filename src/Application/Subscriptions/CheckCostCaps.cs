using Connect.Application.Common.Ports;
using Connect.Application.Messages;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions;

/// <summary>Bars the services whose charges have come to their cap, lifts what was barred in a month before, and tells whoever set the cap.</summary>
internal sealed class CheckCostCaps(ICostCaps caps, CostCapDesk desk, ISubscriptionRepository subscriptions, CostCapMail mail, ITransactions transactions) : IWorkHandler
{
    private const int AtOnce = 200;

    public string Kind => UsageRounds.Caps;

    public async Task RunAsync(DueWork work, CancellationToken cancellation)
    {
        var month = desk.Month;
        await EachAsync(() => caps.OverAsync(month, AtOnce, cancellation), async (subscription, cap) => await caps.SaveAsync(await desk.LiftAsync(subscription, cap, cancellation), cancellation), cancellation);
        await EachAsync(() => caps.ReachedAsync(month, AtOnce, cancellation), async (subscription, cap) =>
        {
            await desk.BarAsync(subscription, cap, cancellation);
            await mail.SendAsync(subscription, cap, month, cancellation);
        }, cancellation);
    }

    // The next load or the next day begins another round.
    public Task GiveUpAsync(DueWork work, string? refusal, CancellationToken cancellation) => Task.CompletedTask;

    private async Task EachAsync(Func<Task<IReadOnlyList<CappedService>>> read, Func<Subscription, CostCap, Task> carryOut, CancellationToken cancellation)
    {
        IReadOnlyList<CappedService> found;
        do
        {
            found = await read();
            foreach (var service in found)
                await transactions.RunAsync(async () =>
                {
                    var subscription = await subscriptions.FindForOperatorAsync(service.OrganisationId, service.SubscriptionId, cancellation);
                    if (subscription is not null && await caps.FindAsync(service.SubscriptionId, cancellation) is { } cap) await carryOut(subscription, cap);
                    return true;
                }, cancellation);
        }
        while (found.Count == AtOnce);
    }
}

/// <summary>Tells whoever set a cap that it is reached, as long as that user may see the service.</summary>
internal sealed class CostCapMail(ICostCaps caps, IMessages messages, MessageTexts texts)
{
    public async Task SendAsync(Subscription subscription, CostCap cap, DateOnly month, CancellationToken cancellation)
    {
        if (await caps.ReaderAsync(cap, cancellation) is not { } reader) return;
        var (subject, text) = texts.CostCap(reader, subscription.Data, cap.Amount, month);
        await messages.MailAsync(new Mail { To = reader.Email, Subject = subject, Text = text, OrganisationId = subscription.OrganisationId, UserId = cap.SetById }, cancellation);
    }
}
