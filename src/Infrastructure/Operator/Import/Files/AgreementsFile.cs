namespace Connect.Infrastructure.Operator.Import.Files;

internal sealed class AgreementsFile(EntityWriter writer) : EntityFile(writer)
{
    public override string Name => Kinds.Agreements;
    public override string Description => "What an organisation may order, at which price, and with which notice and commitment.";
    public override TableMap Table { get; } = new("Agreement", ["Id"],
        ["OrganisationId", "ExternalId", "Number", "ValidFrom", "ValidTo", "NoticeMonths", "NoticeToMonthEnd", "CommitmentMonths"]);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Id("Your id of the agreement, unique within the organisation."),
        Column.Organisation().In("OrganisationId"),
        Column.Code("number", 40, "The agreement's number.").Required().In("Number"),
        Column.Date("validFrom", "Its first day.").Required().In("ValidFrom"),
        Column.Date("validTo", "Its last day; empty when it goes on.").In("ValidTo"),
        Column.Number("noticeMonths", 0, 60, "Months of notice.").Required().In("NoticeMonths"),
        Column.Boolean("noticeToMonthEnd", "Whether notice runs to the end of a calendar month. False unless given.").In("NoticeToMonthEnd"),
        Column.Number("commitmentMonths", 0, 120, "Months a new subscription is bound; 0 unless given.").In("CommitmentMonths"),
        Column.List(new ImportColumn("products", "product id, which may be followed by :monthly price and :one-time price", "What may be ordered. A price goes before the catalogue's.", Product)
            { RefersTo = Kinds.Products }, new("AgreementProduct", "AgreementId", "ProductId", "MonthlyPrice", "OneTimePrice")),
    ];

    public override void Derive(StoredRow row)
    {
        row["NoticeToMonthEnd"] ??= false;
        row["CommitmentMonths"] ??= 0L;
    }

    protected override void CheckRow(Load load, string file, ImportRow row)
    {
        if (row["validTo"] is DateOnly to && to < (DateOnly)row["validFrom"]!) load.Problems.Add(file, row.Line, "validTo", "EndBeforeStart");
    }

    private static FieldValue Product(string text)
    {
        var parts = text.Split(':', StringSplitOptions.TrimEntries);
        if (parts.Length > 3) return new(null, "NotAmount");
        var values = new object?[] { parts[0], null, null };
        for (var i = 1; i < parts.Length; i++)
        {
            if (parts[i].Length == 0) continue;
            var price = FieldReaders.Amount(parts[i], mayBeNegative: false);
            if (price.Problem is not null) return price;
            values[i] = price.Value;
        }

        return new(values);
    }
}
