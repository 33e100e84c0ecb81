using System.Text.Json;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Reports;
using Connect.Application.Reports.Kept;
using Connect.Application.Tests.Common;
using Connect.Domain.Reports;
using Connect.Domain.Users;
using NSubstitute;

namespace Connect.Application.Tests.Reports.Kept;

/// <summary>A user with one kept report: last month's calls of a number.</summary>
internal sealed class KeptScene
{
    public KeptScene(params Right[] rights)
    {
        Reports = new(rights);
        Stored = Keep(new() { Preset = PeriodPreset.LastMonth, From = new(2025, 12, 1), To = new(2025, 12, 31), SubscriptionIds = [Reports.Service.Id], Number = ReportScene.Number });
        Kept.AddAsync(Arg.Do<KeptReport>(Added.Add), Arg.Any<CancellationToken>()).Returns(true);
        Kept.ChangeAsync(Arg.Do<KeptReport>(Changed.Add), Arg.Any<CancellationToken>()).Returns(true);
        Kept.MoveOnAsync(default, default, default, default).ReturnsForAnyArgs(true);
    }

    public ReportScene Reports { get; }
    public IKeptReports Kept { get; } = Substitute.For<IKeptReports>();
    public List<KeptReport> Added { get; } = [];
    public List<KeptReport> Changed { get; } = [];
    public KeptReport Stored { get; private set; }
    public KeptReportDesk Desk => new(Kept, Reports.Scope, Reports.Queue, Reports.User, Reports.Clock);
    public KeptReportViews Views => new(Kinds, Desk, Reports.Own, Reports.User);
    public ReportKinds Kinds => new([Reports.Report, new ReportScene.Invoices()]);

    /// <summary>Puts another in the place of the one that is kept.</summary>
    public KeptReport Keep(ReportParameters asked, ReportInterval? every = null, DateOnly? nextOn = null, string kind = ReportScene.Numbers.Kind)
    {
        Stored = new()
        {
            Id = Guid.CreateVersion7(), UserId = Reports.User.Identity!.Id, Kind = kind, Name = "Månadens samtal", Parameters = JsonSerializer.Serialize(asked, JsonSerializerOptions.Web),
            Every = every, NextOn = nextOn,
        };
        Kept.ListAsync(Stored.UserId, Arg.Any<CancellationToken>()).Returns([Stored]);
        Kept.FindAsync(Stored.Id, Arg.Any<CancellationToken>()).Returns(Stored);
        return Stored;
    }

    /// <summary>Another user's.</summary>
    public KeptReport Others()
    {
        var others = Stored with { Id = Guid.CreateVersion7(), UserId = Guid.CreateVersion7() };
        Kept.FindAsync(others.Id, Arg.Any<CancellationToken>()).Returns(others);
        return others;
    }

    public ReportParameters Ordered => JsonSerializer.Deserialize<ReportParameters>(Reports.Ordered.ShouldHaveSingleItem().Parameters, JsonSerializerOptions.Web)!;

    public NewWork Awaited => Reports.Enqueued.Where(work => work.Kind == KeptReportDesk.WorkKind).ShouldHaveSingleItem();
}
