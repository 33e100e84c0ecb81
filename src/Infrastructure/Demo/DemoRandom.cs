namespace Connect.Infrastructure.Demo;

/// <summary>Chance that is the same on every machine and in every version: SplitMix64 from a seed.</summary>
internal sealed class DemoRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A stream of its own for a part of the data, so that one part's size does not change another.</summary>
    public static DemoRandom For(int seed, string part)
    {
        var hash = (ulong)seed + 0x9E3779B97F4A7C15UL;
        foreach (var letter in part) hash = (hash ^ letter) * 0x100000001B3UL;
        return new DemoRandom(hash);
    }

    /// <summary>From 0 up to, but not including, <paramref name="below"/>.</summary>
    public int Below(int below) => (int)(Draw() % (ulong)below);

    public int Between(int from, int to) => from + Below(to - from + 1);

    public long Between(long from, long to) => from + (long)(Draw() % (ulong)(to - from + 1));

    /// <summary>True that many times of a hundred.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    private ulong Draw()
    {
        var z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
