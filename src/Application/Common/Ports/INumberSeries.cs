namespace Connect.Application.Common.Ports;

/// <summary>Numbers that people read (order, ticket, invoice, account), unique in the whole installation.</summary>
public interface INumberSeries
{
    /// <summary>The next number of the series; drawn in the command's transaction.</summary>
    Task<long> NextAsync(string series, CancellationToken cancellation);

    /// <summary>Leaves out numbers of a series that has been drawn from.</summary>
    Task SkipAsync(string series, long count, CancellationToken cancellation);
}
