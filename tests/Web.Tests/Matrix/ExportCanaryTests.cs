using System.IO.Compression;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Reports;
using Connect.TestKit;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Web.Tests.Matrix;

/// <summary>What is written to Excel for users of every reach: unpacked, and searched for what they must not see.</summary>
public sealed class ExportCanaryTests : IAsyncLifetime
{
    private static readonly Place[] Places = [Place.Own, Place.Child, Place.Parent, Place.Sibling, Place.OtherOrganisation, Place.Hidden];

    private readonly Portal _portal = new() { Configure = builder => builder.UseSetting("role", "web") };
    private MatrixWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await MatrixWorld.MakeAsync(_portal, _portal.World);
        // While the middle's service belonged to the sibling, the leaf's to the parent: that traffic is theirs.
        await _portal.World.UsageAsync(await ServiceAsync(Place.Own), otherNumber: "+46700000666", accountId: _world.Sibling);
        await _portal.World.UsageAsync(await ServiceAsync(Place.Child), otherNumber: "+46700000666", accountId: _world.Root);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    /// <summary>Whose reach, the places within it, and what must not be seen.</summary>
    public static IEnumerable<TheoryDataRow<string, string, string>> Reaches =>
    [
        new("root", "Own Child Parent Sibling", "Annan,Dold,Bolag"),
        new("middle", "Own Child", $"{MatrixWorld.Canary},46700000666"),
        new("leaf", "Child", $"{MatrixWorld.Canary},Åke Egen,Mellan,46700000666"),
        new("sibling", "Sibling", "Åke Egen,Bo Barn,Mellan,Blad,Kanariefågel Rot,Annan,Dold,Bolag"),
        new("other", "OtherOrganisation", "Åke Egen,Bo Barn,Mellan,Blad,Kanariefågel Rot,Syskon,Dold"),
    ];

    [Theory]
    [MemberData(nameof(Reaches))]
    [Covers("LIST-7", "holds what the user's own list holds and nothing else")]
    [Covers("RIGHT-2", "no hint in exports")]
    public async Task The_list_of_services_in_Excel_holds_the_reach_and_nothing_else(string reach, string within, string unseen)
    {
        var user = await UserAsync(reach);
        var file = await WriteAsync(user, mediator => mediator.Send(new ExportList("services", "", Guid.NewGuid())));
        Names(PlacesOf(within)).ShouldAllBe(name => file.Contains(name, StringComparison.OrdinalIgnoreCase));
        unseen.Split(',').ShouldAllBe(canary => !file.Contains(canary, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Reaches))]
    [Covers("REP-7", "of numbers within the reach")]
    public async Task The_traffic_report_in_Excel_holds_the_reach_and_nothing_else(string reach, string within, string unseen)
    {
        var user = await UserAsync(reach);
        foreach (var place in Places)
        {
            var order = new GenerateReport { Kind = "traffic", SubscriptionId = await ServiceAsync(place), CalledNumbers = CalledNumbers.Shown, RequestId = Guid.NewGuid() };
            // A part of that service's traffic belongs to the sibling: that is told, and nothing else of it.
            var isLeft = (reach, place) == ("sibling", Place.Own);
            if (!isLeft && !PlacesOf(within).Contains(place))
            {
                await Should.ThrowAsync<NotFoundException>(() => WriteAsync(user, mediator => mediator.Send(order)), place.ToString());
                continue;
            }

            var file = await WriteAsync(user, mediator => mediator.Send(order));
            file.Contains("46701740699", StringComparison.Ordinal).ShouldBe(!isLeft);
            if (isLeft) file.ShouldContain("46700000666");
            unseen.Split(',').ShouldAllBe(canary => !file.Contains(canary, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [MemberData(nameof(Reaches))]
    [Covers("REP-5", "services within the reach")]
    public async Task The_overviews_in_Excel_hold_the_reach_and_nothing_else(string reach, string within, string unseen)
    {
        var user = await UserAsync(reach);
        foreach (var kind in new[] { "services", "ended-services", "orders", "tickets", "sla", "invoice", "credited" })
        {
            var file = await WriteAsync(user, mediator => mediator.Send(new GenerateReport { Kind = kind, From = new(2020, 1, 1), To = World.Today, RequestId = Guid.NewGuid() }));
            if (kind is "services" or "invoice") Names(PlacesOf(within)).ShouldAllBe(name => file.Contains(name, StringComparison.OrdinalIgnoreCase), kind);
            unseen.Split(',').ShouldAllBe(canary => !file.Contains(canary, StringComparison.OrdinalIgnoreCase), kind);
        }
    }

    /// <summary>A service that has left the reach is told by its number alone: its traffic of before is here, who has it is not.</summary>
    [Theory]
    [MemberData(nameof(Reaches))]
    [Covers("REP-8", "of numbers within the reach")]
    [Covers("REP-3", "of numbers within the reach")]
    public async Task The_reports_of_all_services_in_Excel_hold_the_reach_and_nothing_else(string reach, string within, string unseen)
    {
        var user = await UserAsync(reach);
        foreach (var kind in new[] { "all-traffic", "calls" })
        {
            var file = await WriteAsync(user, mediator => mediator.Send(new GenerateReport { Kind = kind, From = World.Today.AddDays(-9), Boxes = ["Data"], RequestId = Guid.NewGuid() }));
            Names(PlacesOf(within)).ShouldAllBe(name => file.Contains(name, StringComparison.OrdinalIgnoreCase), kind);
            unseen.Split(',').ShouldAllBe(canary => !file.Contains(canary, StringComparison.OrdinalIgnoreCase), kind);
        }
    }

    private static IReadOnlyList<Place> PlacesOf(string names) => [.. names.Split(' ').Select(Enum.Parse<Place>)];

    private static IEnumerable<string> Names(IReadOnlyList<Place> places) => places.Select(place => place switch
    {
        Place.Own => "Åke Egen",
        Place.Child => "Bo Barn",
        Place.Parent => $"{MatrixWorld.Canary} Rot",
        Place.Sibling => $"{MatrixWorld.Canary} Syskon",
        _ => $"{MatrixWorld.Canary} Annan",
    });

    private Task<UserIdentity> UserAsync(string reach) => _portal.World.UserAsync(reach switch
    {
        "root" => _world.Root,
        "middle" => _world.Middle,
        "leaf" => _world.Leaf,
        "sibling" => _world.Sibling,
        _ => _world.Other,
    });

    private async Task<Guid> ServiceAsync(Place place) => Guid.Parse(await _world.SubjectAsync(Subject.Subscription, place, Visitor.Nobody(_portal)));

    /// <summary>Orders, does the job as a worker would, fetches, and unpacks all that is in the file.</summary>
    private async Task<string> WriteAsync(UserIdentity user, Func<IMediator, Task<Guid>> order)
    {
        var id = await AsAsync(user, order);
        await using var worker = _portal.Services.CreateAsyncScope();
        await worker.ServiceProvider.GetServices<IWorkHandler>().Single(handler => handler.Kind == ExportKinds.WorkKind)
            .RunAsync(new DueWork(Guid.CreateVersion7(), ExportKinds.WorkKind, id, null, "t", 1), CancellationToken.None);
        var file = await AsAsync(user, mediator => mediator.Send(new GetExportFile(id)));
        await using var content = file.Content;
        using var zip = new ZipArchive(content);
        var text = new System.Text.StringBuilder(file.Name);
        foreach (var part in zip.Entries)
        {
            using var reader = new StreamReader(part.Open());
            text.AppendLine(System.Net.WebUtility.HtmlDecode(await reader.ReadToEndAsync()));
        }

        return text.ToString();
    }

    private async Task<T> AsAsync<T>(UserIdentity user, Func<IMediator, Task<T>> send)
    {
        await using var scope = _portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(user);
        return await send(scope.ServiceProvider.GetRequiredService<IMediator>());
    }
}
