using System.Text.Json;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>Reads the features of a feature collection from a stream, each whole, without holding the others.</summary>
internal sealed class JsonFeatures(Stream stream) : IDisposable
{
    private const int MostBytes = 32 * 1024 * 1024;
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF]; // a file may say that it is UTF-8
    private byte[] _buffer = new byte[65_536];
    private int _from, _begin, _end;
    private bool _isLast, _isFirst = true, _isCollection, _hasFeatures, _isInList, _isDone;
    private JsonReaderState _state;
    private JsonDocument? _feature;

    public JsonElement Current => _feature!.RootElement;

    /// <summary>How many have been read.</summary>
    public long Count { get; private set; }

    /// <exception cref="MalformedGeoJsonException">It is no JSON from here on, or no feature collection.</exception>
    public bool Read()
    {
        try
        {
            while (!_isDone && !Step())
                if (!Fill()) throw new MalformedGeoJsonException("FeatureTooLarge", MostBytes / 1024 / 1024);
        }
        catch (JsonException broken)
        {
            throw new MalformedGeoJsonException("NotJson", (broken.LineNumber ?? 0) + 1, (broken.BytePositionInLine ?? 0) + 1);
        }

        if (!_isDone) return true;
        return _isCollection && _hasFeatures ? false : throw new MalformedGeoJsonException("NotFeatureCollection");
    }

    public void Dispose()
    {
        _feature?.Dispose();
        stream.Dispose();
    }

    // False when more must be read first. The state is kept only when something whole has been read.
    private bool Step()
    {
        _from = _begin;
        var reader = new Utf8JsonReader(_buffer.AsSpan(_begin, _end - _begin), _isLast, _state);
        return _isInList ? Feature(ref reader) : Outside(ref reader);
    }

    private bool Feature(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) return false;
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            _isInList = false;
            Keep(reader);
            return Outside(ref reader);
        }

        if (!JsonDocument.TryParseValue(ref reader, out var feature)) return false;
        _feature?.Dispose();
        _feature = feature;
        Count++;
        Keep(reader);
        return true;
    }

    private bool Outside(ref Utf8JsonReader reader)
    {
        while (true)
        {
            if (!reader.Read())
            {
                if (!_isLast) return false;
                return _isDone = true;
            }

            if (_isFirst && reader.TokenType != JsonTokenType.StartObject) throw new MalformedGeoJsonException("NotFeatureCollection");
            _isFirst = false;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.EndObject) Keep(reader);
            else if (reader.TokenType == JsonTokenType.PropertyName)
            {
                if (!Member(ref reader)) return false;
                Keep(reader);
                if (_isInList) return Feature(ref reader);
            }
        }
    }

    private bool Member(ref Utf8JsonReader reader)
    {
        var (isFeatures, isType) = (reader.ValueTextEquals("features"u8), reader.ValueTextEquals("type"u8));
        if (isFeatures)
        {
            if (!reader.Read()) return false;
            if (reader.TokenType != JsonTokenType.StartArray || _hasFeatures) throw new MalformedGeoJsonException("NotFeatureCollection");
            return _hasFeatures = _isInList = true;
        }

        if (!isType) return reader.TrySkip();
        if (!reader.Read()) return false;
        if (reader.TokenType != JsonTokenType.String || !reader.ValueTextEquals("FeatureCollection"u8)) throw new MalformedGeoJsonException("NotFeatureCollection");
        return _isCollection = true;
    }

    private void Keep(Utf8JsonReader reader)
    {
        _begin = _from + (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    private bool Fill()
    {
        if (_isLast) return true;
        if (_begin > 0) _buffer.AsSpan(_begin, _end - _begin).CopyTo(_buffer);
        (_end, _begin) = (_end - _begin, 0);
        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= MostBytes) return false;
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        (_end, _isLast) = (_end + read, read == 0);
        if (_isFirst && _buffer.AsSpan(0, _end).StartsWith(Mark)) _begin = Mark.Length;
        return true;
    }
}

internal sealed class MalformedGeoJsonException(string code, params object[] arguments) : Exception(code)
{
    public string Code { get; } = code;
    public object[] Arguments { get; } = arguments;
}
