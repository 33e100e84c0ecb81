using Connect.Infrastructure.Operator.Import;

namespace Connect.Infrastructure.Tests.Operator;

public sealed class ProgressLinesTests
{
    [Theory]
    [InlineData(0, "0 rows")]
    [InlineData(1, "1 row")]
    [InlineData(2, "2 rows")]
    public void One_row_is_no_rows(long count, string said) => ProgressLines.Rows(count).ShouldBe(said);
}
