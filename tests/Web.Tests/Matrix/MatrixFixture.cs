using Connect.TestKit;
using Microsoft.AspNetCore.Hosting;

namespace Connect.Web.Tests.Matrix;

/// <summary>One program and one world for the whole matrix.</summary>
public sealed class MatrixFixture : IAsyncLifetime
{
    private World? _rows;
    private Visitor? _half;

    // Searches far more than anybody may: what it asks must be answered, not put off.
    public Portal Portal { get; } = new() { Configure = builder => builder.UseSetting("Search:Burst", "1000000") };

    internal MatrixWorld World { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _rows = new World(Portal.Database);
        World = await MatrixWorld.MakeAsync(Portal, _rows);
    }

    public async ValueTask DisposeAsync()
    {
        if (_rows is not null) await _rows.DisposeAsync();
        await Portal.DisposeAsync();
    }

    internal async Task<Visitor> HalfLoggedInAsync() =>
        _half ??= await Visitor.HalfLoggedInAsync(Portal, _rows!, await _rows!.UserAsync(World.Middle, smsTwoFactor: true));
}
