using System.Text.Json;
using Connect.Application.Accounts;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Subscriptions;
using Connect.Application.Subscriptions.Bulk;
using Connect.Application.Tests.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions.Bulk;

/// <summary>Jobs that are kept in a list, services that are found, and a queue that keeps what it is told.</summary>
internal sealed class BulkScene
{
    public BulkScene()
    {
        Jobs.AddAsync(Arg.Do<NewBulkJob>(Added.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        Queue.EnqueueAsync(Arg.Do<NewWork>(Enqueued.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        Plans.CatalogueAsync(Arg.Any<CancellationToken>()).Returns(new PlanCatalogue([], []));
        Targets.OfIdsAsync(Scene.Reach, Arg.Any<IReadOnlyCollection<Guid>>(), Arg.Any<CancellationToken>()).Returns(call => [.. Known.Where(one => call.Arg<IReadOnlyCollection<Guid>>().Contains(one.Id))]);
        Targets.OfNumbersAsync(Scene.Reach, Arg.Any<IReadOnlyCollection<string>>(), Arg.Any<CancellationToken>())
            .Returns(call => [.. Known.Where(one => call.Arg<IReadOnlyCollection<string>>().Any(number => number == one.PhoneNumber || number == one.FixedNumber))]);
        Targets.OfUsersAsync(Scene.Reach, Arg.Any<IReadOnlyCollection<string>>(), Arg.Any<CancellationToken>())
            .Returns(call => [.. Known.Where(one => call.Arg<IReadOnlyCollection<string>>().Contains(one.UserName, StringComparer.OrdinalIgnoreCase))]);
        Targets.MatchingAsync(Scene.Reach, Arg.Any<ListRequest>(), Arg.Any<int>(), Arg.Any<CancellationToken>()).Returns(call => [.. Known.Take(call.Arg<int>())]);
    }

    public CurrentUser User { get; } = Scene.Caller();
    public IBulkJobs Jobs { get; } = Substitute.For<IBulkJobs>();
    public IBulkTargets Targets { get; } = Substitute.For<IBulkTargets>();
    public IWorkQueue Queue { get; } = Substitute.For<IWorkQueue>();
    public Scene.Audit Audit { get; } = new();
    public List<NewBulkJob> Added { get; } = [];
    public List<NewWork> Enqueued { get; } = [];
    public List<BulkTarget> Known { get; } = [];
    public BulkOptions Options { get; set; } = new() { MostRows = 3 };

    public IAccountRepository Accounts { get; } = Substitute.For<IAccountRepository>();
    public IServicePlans Plans { get; } = Substitute.For<IServicePlans>();
    public BulkFinder Finder => new(Targets, User);
    public BulkCommonValues Common => new(Accounts, Plans, User, Scene.Clock());
    public BulkAudit BulkAudit => new(Audit, Plans);
    public BulkDesk Desk => new(Jobs, Queue, Options, User, Scene.Clock());
    public Guid UserId => User.Identity!.Id;

    public BulkTarget Has(string? phone, SubscriptionStatus status = SubscriptionStatus.Active, string? fixedNumber = null, string user = "Åke Ek")
    {
        Known.Add(new() { Id = Guid.CreateVersion7(), UserName = user, PhoneNumber = phone, FixedNumber = fixedNumber, Status = status });
        return Known[^1];
    }

    private static readonly string Wished = JsonSerializer.Serialize(new BulkWish { Kind = BulkKind.AddBarrings, Barrings = [BarringKind.PremiumCalls] }, JsonSerializerOptions.Web);

    /// <summary>A job of the caller's that is stored.</summary>
    public BulkJob Stored(BulkJobState state)
    {
        var job = new BulkJob { Id = Guid.CreateVersion7(), OrganisationId = Scene.Reach.OrganisationId, UserId = UserId, Kind = BulkKind.AddBarrings, Wish = Wished, State = state, RowsTotal = 2, CreatedAt = Scene.Now };
        Jobs.FindAsync(Scene.Reach, UserId, job.Id, Arg.Any<CancellationToken>()).Returns(job);
        return job;
    }
}
