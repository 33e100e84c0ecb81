using Connect.Application.Common.Ports;

namespace Connect.Infrastructure.Persistence;

/// <summary>Counters in the database. The row is locked until the transaction ends, so no number is given twice; a roll-back gives it back.</summary>
internal sealed class NumberSeries(DbSession db) : INumberSeries
{
    private const long First = 100_001;

    private static readonly Stmt Advance = "UPDATE NumberSeries SET NextNumber = NextNumber + 1 WHERE Name = @series";
    private static readonly Stmt Skip = "UPDATE NumberSeries SET NextNumber = NextNumber + @count WHERE Name = @series";
    private static readonly Stmt Start = "INSERT INTO NumberSeries (Name, NextNumber) VALUES (@series, @next)";
    private static readonly Stmt Select = "SELECT NextNumber FROM NumberSeries WHERE Name = @series";

    public async Task<long> NextAsync(string series, CancellationToken cancellation)
    {
        if (await db.ExecuteAsync(Advance, new { series }, cancellation) == 0)
        {
            await db.ExecuteAsync(Start, new { series, next = First + 1 }, cancellation);
            return First;
        }

        return await db.FirstOrDefaultAsync<long>(Select, new { series }, cancellation) - 1;
    }

    public Task SkipAsync(string series, long count, CancellationToken cancellation) => db.ExecuteAsync(Skip, new { series, count }, cancellation);
}
