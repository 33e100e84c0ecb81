namespace Connect.Infrastructure.Invoices;

/// <summary>
/// Keeps what is written until it is sent on: an archive writes synchronously, which a response refuses, and asks where it is, which a response does not know.
/// </summary>
internal sealed class WaitingStream(Stream target) : Stream
{
    private readonly MemoryStream _waiting = new();
    private long _sent;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _sent + _waiting.Length;
        set => throw new NotSupportedException();
    }

    public async Task SendAsync(CancellationToken cancellation)
    {
        await target.WriteAsync(_waiting.GetBuffer().AsMemory(0, (int)_waiting.Length), cancellation);
        await target.FlushAsync(cancellation);
        _sent += _waiting.Length;
        _waiting.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => _waiting.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _waiting.Write(buffer);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => _waiting.WriteAsync(buffer, offset, count, cancellationToken);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => _waiting.WriteAsync(buffer, cancellationToken);

    public override void Flush() { }
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _waiting.Dispose();
        base.Dispose(disposing);
    }
}
