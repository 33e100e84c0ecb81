using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Connect.Infrastructure.Tests.Messages;

/// <summary>As much of an SMTP server as one mail needs (RFC 5321), without TLS. It keeps what was said and what was delivered.</summary>
internal sealed class FakeMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public FakeMailServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What it answers to the receiver; null drops the connection there.</summary>
    public string? AtReceiver { get; set; } = "250 ok";

    public List<string> Commands { get; } = [];

    /// <summary>The mails as they came, line by line.</summary>
    public List<IReadOnlyList<string>> Delivered { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await TalkAsync(client);
            }
            catch (Exception error) when (error is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // The next one, or the end.
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            Commands.Add(line);
            var answer = line[..Math.Min(4, line.Length)].ToUpperInvariant() switch
            {
                "RCPT" => AtReceiver,
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 ok",
            };
            if (answer is null) return;
            await writer.WriteLineAsync(answer);
            if (answer.StartsWith("354", StringComparison.Ordinal)) await TakeAsync(reader, writer);
            if (answer.StartsWith("221", StringComparison.Ordinal)) return;
        }
    }

    private async Task TakeAsync(StreamReader reader, StreamWriter writer)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync(_end.Token) is { } line and not ".") lines.Add(line);
        Delivered.Add(lines);
        await writer.WriteLineAsync("250 taken");
    }
}
