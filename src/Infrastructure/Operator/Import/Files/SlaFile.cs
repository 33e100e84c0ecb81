using Connect.Domain.Tickets;

namespace Connect.Infrastructure.Operator.Import.Files;

internal sealed class SlaFile(EntityWriter writer) : EntityFile(writer)
{
    private const int MostMinutes = 100_000;

    public override string Name => Kinds.Sla;

    public override string Description =>
        "What an agreement says of support tickets, a row a priority (SLA). Tickets keep what was agreed when they were made. Support hours are Swedish time and leave out Swedish public holidays, "
        + "with Midsummer's, Christmas and New Year's Eve; always means round the clock, holidays too.";

    public override TableMap Table { get; } = new("AgreementSla", ["AgreementId", "Priority"], ["SupportHours", "ResponseMinutes", "SolutionMinutes"]);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Organisation(),
        Column.Reference("agreement", Kinds.Agreements, "The agreement.").Required().In("AgreementId"),
        Column.Choice<TicketPriority>("priority", "The priority that the times are for.").Required().In("Priority"),
        Column.Of("supportHours", "always, or weekdays with hours: mon-fri 08:00-17:00, sat 10:00-14:00", "When time counts.", Hours).Required().In("SupportHours"),
        Column.Number("responseMinutes", 1, MostMinutes, "Minutes of support hours until the ticket is answered; empty where nothing is agreed.").In("ResponseMinutes"),
        Column.Number("solutionMinutes", 1, MostMinutes, "Minutes of support hours until it is solved, standing still while the customer is waited for; empty where nothing is agreed.").In("SolutionMinutes"),
        Column.Boolean("isRemoved", "True takes the row away. False unless given."),
    ];

    protected override bool HasId => false;
    protected override string KeyColumn => "priority";

    protected override string? KeyOf(ImportRow row) =>
        row.Text("organisation") is { } organisation && row.Text("agreement") is { } agreement ? $"{organisation}\u001f{agreement}\u001f{row["priority"]}" : null;

    public override bool IsRemoval(ImportRow row) => row["isRemoved"] is true;

    private static FieldValue Hours(string text) => SupportHours.TryParse(text, out var hours) ? new(hours.ToString()) : new(null, "NotSupportHours");
}
