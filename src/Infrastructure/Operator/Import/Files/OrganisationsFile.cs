namespace Connect.Infrastructure.Operator.Import.Files;

internal sealed class OrganisationsFile(EntityWriter writer) : EntityFile(writer)
{
    public override string Name => Kinds.Organisations;
    public override string Description => "The customers. Each is a tenant of its own: nothing of one is ever seen by another.";
    public override TableMap Table { get; } = new("Organisation", ["Id"], ["ExternalId", "OrganisationNumber", "Name", "RequireTwoFactor"], hasVersion: true);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Id("Your id of the organisation."),
        Column.Of("organisationNumber", "organisation number", "Ten digits, the last a check digit; a hyphen may stand in it.", FieldReaders.OrganisationNumber).Required().In("OrganisationNumber"),
        Column.Text("name", 200, "The organisation's name.").Required().In("Name"),
        Column.Boolean("requireTwoFactor", "Whether every user of it must log in with a second factor. False unless given.").In("RequireTwoFactor"),
    ];

    public override void Derive(StoredRow row) => row["RequireTwoFactor"] ??= false;
}
