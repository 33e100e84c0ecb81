using System.Collections.Concurrent;
using Connect.Domain.Common;

namespace Connect.Infrastructure.Identity;

/// <summary>
/// Hashing a password takes a processor for a good tenth of a second. Half of the processors at most do it at once, and each
/// address waits in a queue of its own: whoever sends twenty wrong passwords delays himself, not the pages and not the others.
/// </summary>
internal sealed class HashGate : IDisposable
{
    private const int MaxWaitingPerAddress = 25;
    private readonly SemaphoreSlim _processors = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly ConcurrentDictionary<string, Turn> _turns = new();

    /// <exception cref="DomainRuleException"><c>LoginBusy</c>: the address's queue is full.</exception>
    public async Task<T> RunAsync<T>(string address, Func<T> hash, CancellationToken cancellation)
    {
        var turn = Take(address);
        try
        {
            await turn.Gate.WaitAsync(cancellation);
            try
            {
                await _processors.WaitAsync(cancellation);
                try
                {
                    return await Task.Run(hash, CancellationToken.None);
                }
                finally
                {
                    _processors.Release();
                }
            }
            finally
            {
                turn.Gate.Release();
            }
        }
        finally
        {
            Leave(address, turn);
        }
    }

    public void Dispose() => _processors.Dispose();

    private Turn Take(string address)
    {
        while (true)
        {
            var turn = _turns.GetOrAdd(address, _ => new Turn());
            lock (turn)
            {
                if (turn.IsGone) continue;
                if (turn.Count >= MaxWaitingPerAddress) throw new DomainRuleException("LoginBusy");
                turn.Count++;
                return turn;
            }
        }
    }

    private void Leave(string address, Turn turn)
    {
        lock (turn)
        {
            if (--turn.Count > 0) return;
            turn.IsGone = true;
            _turns.TryRemove(address, out _);
        }
    }

    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1);
        public int Count { get; set; }
        public bool IsGone { get; set; }
    }
}
