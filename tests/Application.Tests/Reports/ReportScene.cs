using System.Text.Json;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Monitoring;
using Connect.Application.Reports;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using NSubstitute;

namespace Connect.Application.Tests.Reports;

/// <summary>A user who orders exports, the service whose traffic is asked for, and the exports that are ordered.</summary>
internal sealed class ReportScene
{
    public const string Number = "070-174 06 05";

    public ReportScene(params Right[] rights)
    {
        User = Scene.Caller(rights);
        Kinds = new ExportKinds([new Sheet(GenerateTrafficReport.Kind), new Sheet(MonitoringReport.Kind), new ListSheet()]);
        Traffic.FindByNumberAsync(Scene.Reach, Arg.Is<PhoneNumber>(number => number.Display == Number), Arg.Any<CancellationToken>()).Returns([Service]);
        Traffic.FindAsync(Scene.Reach, Service.Id, Arg.Any<CancellationToken>()).Returns(Service);
        Traffic.PreviewAsync(Scene.Reach, Arg.Any<TrafficReport>(), Arg.Any<int>(), Arg.Any<CancellationToken>())
            .Returns(call => new TrafficPreview(call.Arg<TrafficReport>(), [], [], new TrafficSums { Records = call.Arg<int>() }));
        Exports.AddAsync(Arg.Do<NewExport>(Ordered.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        Queue.EnqueueAsync(Arg.Do<NewWork>(Enqueued.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
    }

    public CurrentUser User { get; }
    public IReportExports Exports { get; } = Substitute.For<IReportExports>();
    public IWorkQueue Queue { get; } = Substitute.For<IWorkQueue>();
    public ITraffic Traffic { get; } = Substitute.For<ITraffic>();
    public ExportKinds Kinds { get; }
    public ReportOptions Options { get; } = new();
    public Scene.Audit Audit { get; } = new();
    public TrafficService Service { get; } = new(Guid.CreateVersion7(), "+46701740605", "Åke Ek");
    public List<NewExport> Ordered { get; } = [];
    public List<NewWork> Enqueued { get; } = [];

    public TrafficScope Scope => new(Traffic, User, Scene.Clock());

    public ExportDesk Desk => new(Exports, Queue, User, Scene.Clock(), Options);

    /// <summary>An export of the user's own, as stored.</summary>
    public ExportRow Stored(ExportState state = ExportState.Done, string kind = GenerateTrafficReport.Kind)
    {
        var row = new ExportRow
        {
            Id = Guid.CreateVersion7(), UserId = User.Identity!.Id, Kind = kind, Parameters = "{}", Language = "sv", State = state, RowsDone = 50, RowsTotal = 200,
            FileName = "trafik.xlsx", FileKey = state == ExportState.Done ? "exports/1.xlsx" : null, CreatedAt = Scene.Now, EndedAt = state == ExportState.Done ? Scene.Now : null,
        };
        Exports.FindAsync(Scene.Reach, row.UserId, row.Id, Arg.Any<CancellationToken>()).Returns(row);
        return row;
    }

    /// <summary>An export that wants the right to see services.</summary>
    private class Sheet(string kind) : IExport
    {
        public string Kind => kind;

        public IReadOnlyList<Right> RightsFor(string parameters) => [Right.ViewSubscriptions];

        public IReadOnlyList<ExportParameter> Describe(string parameters) => [new("Parametrar", parameters)];

        public Task<ExportSheet> OpenAsync(string parameters, CancellationToken cancellation) => throw new NotSupportedException("Handlers only order it.");
    }

    private sealed class ListSheet() : Sheet(IListExport.KindOf("services")), IListExport
    {
        public ListColumns Columns => ListSubscriptions.Columns;

        public string Title => "Tjänster";
    }

    public static string Query(NewExport export) => JsonSerializer.Deserialize<ListExportParameters>(export.Parameters, JsonSerializerOptions.Web)!.Query;
}
