using System.Net;
using System.Text;

namespace Connect.Infrastructure.Tests;

/// <summary>Somebody else's HTTP endpoint: answers as told and remembers what it was asked.</summary>
internal sealed class FakeEndpoint : HttpMessageHandler, IHttpClientFactory
{
    // Long enough for a call that is answered, short enough for the one test that waits for it.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private Func<CancellationToken, Task<HttpResponseMessage>> _answer = _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Accepted));
    private bool _hurries;

    public List<Call> Calls { get; } = [];

    public void Answers(HttpStatusCode status, string body) =>
        _answer = _ => Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });

    public void Fails(Exception error) => _answer = _ => throw error;

    public void NeverAnswers()
    {
        _hurries = true;
        _answer = async cancellation =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return new HttpResponseMessage();
        };
    }

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false) { Timeout = _hurries ? Patience : TimeSpan.FromMinutes(1) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string? Header(string name) => request.Headers.TryGetValues(name, out var values) ? values.Single() : null;
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Calls.Add(new(request.RequestUri!.AbsoluteUri, Header("Idempotency-Key"), Header("X-Connect-Timestamp"), Header("X-Connect-Signature"), body));
        return await _answer(cancellationToken);
    }

    internal sealed record Call(string Address, string? Key, string? Timestamp, string? Signature, byte[] Body);
}
