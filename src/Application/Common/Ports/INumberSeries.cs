using System.Globalization;

namespace Connect.Application.Common.Ports;

/// <summary>Numbers that people read (order, ticket, invoice, account), unique in the whole installation.</summary>
public interface INumberSeries
{
    /// <summary>The next number of the series; drawn in the command's transaction.</summary>
    Task<long> NextAsync(string series, CancellationToken cancellation);

    /// <summary>Leaves out numbers of a series that has been drawn from.</summary>
    Task SkipAsync(string series, long count, CancellationToken cancellation);
}

public static class NumberSeriesExtensions
{
    /// <summary>The next number that nothing has: numbers that came with a load are not known to the series. The steps grow, so that a long row of them is soon passed.</summary>
    /// <param name="isTaken">Whether something has the number already.</param>
    public static async Task<string> NextFreeAsync(this INumberSeries numbers, string series, Func<string, CancellationToken, Task<bool>> isTaken, CancellationToken cancellation)
    {
        for (var step = 1L; ; step *= 2)
        {
            var number = (await numbers.NextAsync(series, cancellation)).ToString(CultureInfo.InvariantCulture);
            if (!await isTaken(number, cancellation)) return number;
            await numbers.SkipAsync(series, step, cancellation);
        }
    }
}
