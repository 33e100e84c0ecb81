using System.Buffers.Text;
using System.Text;

namespace Connect.Infrastructure.Reports.Excel;

/// <summary>Puts UTF-8 together in one fixed buffer before it goes to the compressing stream.</summary>
internal sealed class CellBuffer
{
    private const int Size = 1 << 16, Reserve = 128;

    // The longest cell is escaped text of seven signs for each of its own.
    private const int MaxChunk = 4096;

    private readonly byte[] _bytes = new byte[Size];
    private Stream _target = Stream.Null;
    private int _used;

    public void Into(Stream target) => _target = target;

    public void Add(ReadOnlySpan<byte> utf8)
    {
        Make(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(_used));
        _used += utf8.Length;
    }

    public void Add(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(MaxChunk, text.Length - at);
            if (at + length < text.Length && char.IsHighSurrogate(text[at + length - 1])) length--;
            Make(length * 3);
            _used += Encoding.UTF8.GetBytes(text.AsSpan(at, length), _bytes.AsSpan(_used));
            at += length;
        }
    }

    public void Add(long number)
    {
        Make(Reserve);
        Utf8Formatter.TryFormat(number, _bytes.AsSpan(_used), out var written);
        _used += written;
    }

    /// <summary>Shortest digits that read back as the same double.</summary>
    public void Add(double number)
    {
        Make(Reserve);
        Utf8Formatter.TryFormat(number, _bytes.AsSpan(_used), out var written);
        _used += written;
    }

    public void Add(decimal number)
    {
        Make(Reserve);
        Utf8Formatter.TryFormat(number, _bytes.AsSpan(_used), out var written);
        _used += written;
    }

    public void Flush()
    {
        _target.Write(_bytes, 0, _used);
        _used = 0;
    }

    private void Make(int room)
    {
        if (_used + room > Size) Flush();
    }
}
