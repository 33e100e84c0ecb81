using System.Text.Json;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Monitoring;
using Connect.Application.Reports;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Reports;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Connect.Application.Tests.Reports;

/// <summary>A user who orders exports, the service whose traffic is asked for, and the exports that are ordered.</summary>
internal sealed class ReportScene
{
    public const string Number = "070-174 06 05";

    public ReportScene(params Right[] rights)
    {
        User = Scene.Caller(rights);
        Kinds = new ExportKinds([new Sheet(Numbers.Kind), new Sheet(Invoices.Kind), new Sheet(MonitoringReport.Kind), new ListSheet()]);
        Subjects.FindByNumberAsync(Scene.Reach, Arg.Is<PhoneNumber>(number => number.Display == Number), Arg.Any<CancellationToken>()).Returns([Service]);
        Subjects.FindServiceAsync(Scene.Reach, Service.Id, Arg.Any<CancellationToken>()).Returns(Service);
        Subjects.FindAccountAsync(Scene.Reach, Account.Number, Arg.Any<CancellationToken>()).Returns(Account);
        Subjects.FindInvoiceAsync(default, default!, default).ReturnsForAnyArgs((string?)null);
        Subjects.FindInvoiceAsync(Scene.Reach, "F1001", Arg.Any<CancellationToken>()).Returns("F1001");
        Exports.AddAsync(Arg.Do<NewExport>(Ordered.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        Queue.EnqueueAsync(Arg.Do<NewWork>(Enqueued.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
    }

    public DateTimeOffset Now { get; set; } = Scene.Now;
    public TimeProvider Clock => new FakeTimeProvider(Now);
    public CurrentUser User { get; }
    public IReportExports Exports { get; } = Substitute.For<IReportExports>();
    public IWorkQueue Queue { get; } = Substitute.For<IWorkQueue>();
    public IReportSubjects Subjects { get; } = Substitute.For<IReportSubjects>();
    public Numbers Report { get; } = new();
    public RetentionOptions Retention { get; init; } = new();
    public ExportKinds Kinds { get; }

    /// <summary>The exports of the reports themselves.</summary>
    public ExportKinds ReportKinds => new([new ReportExport(Report), new ReportExport(new Invoices())]);

    public ReportOptions Options { get; } = new();
    public OwnExports Own => new(Exports, Kinds, Options, User);
    public Patience Limit { get; } = new();
    public PreviewDesk Previews => new(Limit, Options);
    public Scene.Audit Audit { get; } = new();
    public ReportAccount Account { get; } = new(Guid.CreateVersion7(), "100001", "Skolan");
    public ReportService Service { get; } = new(Guid.CreateVersion7(), "+46701740605", "Åke Ek");
    public List<NewExport> Ordered { get; } = [];
    public List<NewWork> Enqueued { get; } = [];

    public ReportScope Scope => new(new ReportKinds([Report, new Invoices()]), Subjects, User, Clock, Retention);

    public ExportDesk Desk => new(Exports, Queue, User, Clock, Options);

    /// <summary>An export of the user's own, as stored.</summary>
    public ExportRow Stored(ExportState state = ExportState.Done, string kind = Numbers.Kind, ReportParameters? parameters = null)
    {
        var row = new ExportRow
        {
            Id = Guid.CreateVersion7(), UserId = User.Identity!.Id, Kind = kind, Parameters = parameters is null ? "{}" : JsonSerializer.Serialize(parameters, JsonSerializerOptions.Web), Language = "sv", State = state, RowsDone = 50, RowsTotal = 200,
            FileName = "trafik.xlsx", FileKey = state == ExportState.Done ? "exports/1.xlsx" : null, CreatedAt = Scene.Now, EndedAt = state == ExportState.Done ? Scene.Now : null,
        };
        Exports.FindAsync(Scene.Reach, row.UserId, row.Id, Arg.Any<CancellationToken>()).Returns(row);
        return row;
    }

    /// <summary>A report with every field of a number: text, amount, count.</summary>
    internal sealed class Numbers : IReport
    {
        public const string Kind = "numbers";

        public Report Definition { get; set; } = new()
        {
            Kind = Kind, Texts = new("Reports.Traffic", "Reports.TrafficHint"), Rights = [Right.ViewSubscriptions], Period = new(PeriodPreset.SinceLastMonth, OfUsage: true),
            Number = FieldNeed.Must, Account = FieldNeed.May, Invoice = FieldNeed.May, HasCalledNumbers = true,
        };

        public IReadOnlyList<Money> Amounts { get; set; } = [];
        public SheetTotals? Totals { get; set; }
        public long Written { get; private set; }

        public Task<IReadOnlyList<ReportSheet>> OpenAsync(ReportParameters parameters, CancellationToken cancellation)
        {
            SheetColumn[] columns = [SheetColumn.Of("Number", SheetColumnType.Text), SheetColumn.Sum("Charge", SheetColumnType.Amount), SheetColumn.Sum("Messages", SheetColumnType.Whole)];
            var sheet = new ReportSheet("Blad", columns, (rows, first, stop) =>
            {
                foreach (var (amount, i) in Amounts.Take(first ?? int.MaxValue).Select((amount, i) => (amount, i + 1))) Write(rows, amount, i);
                Written = rows.Rows;
                return Task.CompletedTask;
            });
            return Task.FromResult<IReadOnlyList<ReportSheet>>([Totals is { } totals ? sheet with { TotalAsync = _ => Task.FromResult(totals) } : sheet]);
        }

        private static void Write(IRowWriter rows, Money amount, int number)
        {
            rows.Text($"{number}");
            rows.Amount(amount);
            rows.Whole(null);
            rows.EndRow();
        }
    }

    /// <summary>A report of one invoice, of no period, with a box.</summary>
    internal sealed class Invoices : IReport
    {
        public const string Kind = "invoices";

        public Report Definition { get; } = new() { Kind = Kind, Texts = new("Reports.Traffic", "Reports.TrafficHint"), Rights = [Right.ViewInvoices], Invoice = FieldNeed.Must, Boxes = ["Data"] };

        public Task<IReadOnlyList<ReportSheet>> OpenAsync(ReportParameters parameters, CancellationToken cancellation) => throw new NotSupportedException("Handlers only order it.");
    }

    /// <summary>Waits as long as it takes, or not at all.</summary>
    internal sealed class Patience : ITimeLimit
    {
        public bool IsOver { get; set; }
        public TimeSpan Time { get; private set; }

        public async Task<T?> WithinAsync<T>(TimeSpan time, Func<CancellationToken, Task<T>> work, CancellationToken cancellation) where T : class
        {
            Time = time;
            return IsOver ? null : await work(cancellation);
        }
    }

    /// <summary>An export that wants the right to see services.</summary>
    private class Sheet(string kind) : IExport
    {
        public string Kind => kind;

        public IReadOnlyList<Right> RightsFor(string parameters) => [Right.ViewSubscriptions];

        public IReadOnlyList<ExportParameter> Describe(string parameters) => [new("Parametrar", parameters)];

        public Task<ExportSheet> OpenAsync(string parameters, CancellationToken cancellation) => this is IListExport ? Task.FromResult(new ExportSheet("", [], 7, (_, _) => Task.CompletedTask)) : throw new NotSupportedException("Handlers only order it.");
    }

    private sealed class ListSheet() : Sheet(IListExport.KindOf("services")), IListExport
    {
        public ListColumns Columns => ListSubscriptions.Columns;

        public string Title => "Tjänster";
    }

    public static string Query(NewExport export) => JsonSerializer.Deserialize<ListExportParameters>(export.Parameters, JsonSerializerOptions.Web)!.Query;
}
