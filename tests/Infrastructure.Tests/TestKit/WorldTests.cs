using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.TestKit;

public sealed class WorldTests
{
    private static readonly Stmt Ancestors = "SELECT COUNT(*) FROM AccountTree WHERE DescendantId = @id";
    private static readonly Stmt Sum = "SELECT Records FROM UsageMonth WHERE SubscriptionSeq = @seq";

    [Fact]
    public async Task One_of_everything_can_be_made()
    {
        await using var database = new TestDatabase();
        await using var world = new World(database);
        var organisation = await world.OrganisationAsync();
        var branch = await world.AccountAsync(organisation.RootId, "Norr", "Älvdalen");
        var leaf = await world.AccountAsync(branch);
        var product = await world.ProductAsync(SubscriptionKind.PbxUser);
        var agreement = await world.AgreementAsync(organisation.Id, products: product);
        var service = await world.SubscriptionAsync(leaf, productId: product, dataPackageId: await world.DataPackageAsync(),
            priceListId: await world.PriceListAsync(), agreementId: agreement, more: ("CostCentre", "4711"));
        await world.AddOnAsync(service);
        await world.BarringAsync(service);
        await world.ForwardingAsync(service);
        await world.DeviceAsync(service);
        Icc.TryParse(await world.SimCardAsync(organisation.Id, service), out _, out _).ShouldBeTrue();
        await world.UsageAsync(service);
        await world.UsageAsync(service);

        (await world.Db.FirstOrDefaultAsync<int>(Ancestors, new { id = leaf })).ShouldBe(3);
        (await world.Db.FirstOrDefaultAsync<int>(Sum, new { seq = await world.SubscriptionSeqAsync(service) })).ShouldBe(2);
        var user = await world.UserAsync(branch);
        user.Reach.ShouldBe(new(organisation.Id, branch, false));
        await using var scope = new TestScope(database, user);
        (await scope.RunAsync(services => Task.FromResult(services.GetRequiredService<IMediator>()))).ShouldNotBeNull();
    }
}
