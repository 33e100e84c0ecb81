using Connect.Application.Common.Security;
using Connect.Application.Users;
using Connect.Domain.Common;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Users;

[Covers("USR-2", "the last active Administratör with ManageUsers cannot be removed, nor lose right or reach, also in parallel")]
public abstract class LastAdministratorTests(DatabaseEngine engine) : IAsyncLifetime
{
    private UserWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await UserWorld.MakeAsync(engine);
    public ValueTask DisposeAsync() => _world is null ? ValueTask.CompletedTask : _world.DisposeAsync();

    [Fact]
    public async Task Of_two_who_deactivate_each_other_at_the_same_moment_one_stays()
    {
        for (var round = 0; round < 5; round++)
        {
            var done = await Task.WhenAll(TryAsync(_world.Anna, new DeactivateUser(_world.Bea.Id)), TryAsync(_world.Bea, new DeactivateUser(_world.Anna.Id)));
            done.Count(succeeded => succeeded).ShouldBe(1);
            var (anna, bea) = (await _world.StoredAsync(_world.Anna.Id), await _world.StoredAsync(_world.Bea.Id));
            (anna.IsActive ^ bea.IsActive).ShouldBeTrue();
            await _world.SendAsync(anna.IsActive ? _world.Anna : _world.Bea, new ReactivateUser(anna.IsActive ? bea.Id : anna.Id));
        }
    }

    [Fact]
    public async Task Of_two_who_step_down_at_the_same_moment_one_stays()
    {
        var (anna, bea) = (await _world.EditAsync(_world.Anna.Id) with { Rights = [Right.ViewAccounts] }, await _world.EditAsync(_world.Bea.Id) with { Account = _world.North });
        var done = await Task.WhenAll(TryAsync(_world.Anna, anna), TryAsync(_world.Bea, bea));
        done.Count(succeeded => succeeded).ShouldBe(1);
        new[] { await _world.StoredAsync(anna.UserId), await _world.StoredAsync(bea.UserId) }.Count(user => user.IsAdministrator).ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_who_never_logged_in_or_manages_a_part_is_no_other_administrator()
    {
        var invited = await _world.NewAsync(_world.Root, Right.ManageUsers);
        await _world.SendAsync(_world.Anna, invited);
        await _world.SendAsync(_world.Anna, new DeactivateUser(_world.Bea.Id));
        var last = await _world.EditAsync(_world.Anna.Id);
        await RefusedAsync(last with { Rights = [Right.ViewAccounts] });
        await RefusedAsync(last with { Account = _world.North });
        await _world.SendAsync(_world.Anna, last with { Rights = [Right.ManageUsers] });
    }

    private async Task RefusedAsync(EditUser edit) => (await Should.ThrowAsync<DomainRuleException>(() => _world.SendAsync(_world.Anna, edit))).Code.ShouldBe("LastAdministrator");

    private async Task<bool> TryAsync(UserIdentity user, MediatR.IRequest<MediatR.Unit> message)
    {
        try
        {
            await Task.Run(() => _world.SendAsync(user, message));
            return true;
        }
        catch (DomainRuleException refused) when (refused.Code == "LastAdministrator")
        {
            return false;
        }
    }
}

public sealed class LastAdministratorOnSqlite() : LastAdministratorTests(DatabaseEngine.Sqlite);

public sealed class LastAdministratorOnSqlServer() : LastAdministratorTests(DatabaseEngine.SqlServer);
