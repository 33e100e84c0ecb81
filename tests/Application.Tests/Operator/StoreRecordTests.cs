using System.Text.Json;
using Connect.Application.Operator;
using NSubstitute;

namespace Connect.Application.Tests.Operator;

public sealed class StoreRecordTests
{
    [Fact]
    public async Task The_record_is_given_on_and_what_came_of_it_back()
    {
        var (store, record, report) = (Substitute.For<IRecordStore>(), JsonDocument.Parse("{}").RootElement, new ImportReport([], [], false));
        store.StoreAsync("accounts", record, Arg.Any<CancellationToken>()).Returns(report);
        (await new StoreRecord.Handler(store).Handle(new StoreRecord("accounts", record), default)).ShouldBeSameAs(report);
    }
}
