namespace Connect.Web.Infrastructure;

/// <summary>
/// A form with a NUL in it would be refused as a whole, and all that was typed with it. It comes through as the control character U+0001: the field's
/// own rule then says beside it what is wrong.
/// </summary>
internal sealed class PlainForms(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsPost(request.Method) && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
            request.Body = new NulStream(request.Body);
        return next(context);
    }

    /// <summary>Reads %00 as %01; the three signs may come in several parts.</summary>
    internal sealed class NulStream(Stream body) : Stream
    {
        private int _seen;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await body.ReadAsync(buffer, cancellationToken);
            Mend(buffer.Span[..count]);
            return count;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = body.Read(buffer, offset, count);
            Mend(buffer.AsSpan(offset, read));
            return read;
        }

        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private void Mend(Span<byte> part)
        {
            foreach (ref var sign in part)
            {
                if (sign == '%') _seen = 1;
                else if (sign != '0' || _seen == 0) _seen = 0;
                else if (++_seen == 3) (sign, _seen) = ((byte)'1', 0);
            }
        }
    }
}
