using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Connect.Web.Tests.Crash;

/// <summary>
/// An operator's endpoint on a bad day: it fails before or after it has done what was asked, answers after the time-out, or drops the
/// connection; or a sound one, that answers when it may. Like a real one it does a thing once a key; it counts what it did.
/// </summary>
internal sealed class FakeOperator : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Random _luck = new(4711);
    private int _calls;

    private readonly bool _isSound;

    private FakeOperator(WebApplication app, bool isSound) => (_app, _isSound) = (app, isSound);

    /// <summary>Order number by key.</summary>
    public ConcurrentDictionary<string, string> Effects { get; } = new();

    /// <summary>A sound one waits for this before its answers.</summary>
    public TaskCompletionSource MayAnswer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Calls => _calls;
    public string Address => _app.Urls.First();

    public static async Task<FakeOperator> StartAsync(bool isSound = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var made = new FakeOperator(builder.Build(), isSound);
        made._app.MapPost("/orders", made.TakeAsync);
        await made._app.StartAsync();
        return made;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        Interlocked.Increment(ref _calls);
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        var order = (await JsonDocument.ParseAsync(http.Request.Body)).RootElement.GetProperty("orderNumber").GetString()!;
        double luck;
        lock (_luck) luck = _luck.NextDouble();
        if (_isSound) await DoSoundlyAsync(http, key, order);
        else if (luck < 0.15) http.Response.StatusCode = 500;
        else if (luck < 0.25) http.Abort();
        else await DoAsync(http, key, order, luck);
    }

    private async Task DoSoundlyAsync(HttpContext http, string key, string order)
    {
        Effects.TryAdd(key, order);
        await MayAnswer.Task.WaitAsync(http.RequestAborted);
        await http.Response.WriteAsJsonAsync(new { status = "accepted", reference = $"OP-{order}" });
    }

    private async Task DoAsync(HttpContext http, string key, string order, double luck)
    {
        Effects.TryAdd(key, order);
        if (luck < 0.35) http.Response.StatusCode = 503;
        else if (luck < 0.45) http.Abort();
        else if (luck < 0.55) await Task.Delay(CrashTests.TimeOut * 2);
        else await Task.Delay(TimeSpan.FromMilliseconds(luck * 200));
        if (luck >= 0.45) await http.Response.WriteAsJsonAsync(new { status = "accepted", reference = $"OP-{order}" });
    }
}
