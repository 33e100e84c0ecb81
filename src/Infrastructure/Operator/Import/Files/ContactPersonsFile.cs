namespace Connect.Infrastructure.Operator.Import.Files;

internal sealed class ContactPersonsFile(EntityWriter writer) : EntityFile(writer)
{
    public override string Name => Kinds.ContactPersons;
    public override string Description => "People at the customer, with roles by which they are found.";
    public override TableMap Table { get; } = new("ContactPerson", ["Id"], ["OrganisationId", "AccountId", "ExternalId", "Name", "Email", "Phone"], hasVersion: true);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Id("Your id of the person, unique within the organisation."),
        Column.Organisation().In("OrganisationId"),
        Column.Reference("account", Kinds.Accounts, "The account that the person belongs to.").Required().In("AccountId"),
        Column.Text("name", 200, "First name and surname.").Required().In("Name"),
        Column.Email("email", "E-mail address.").In("Email"),
        Column.Phone("phone", "Phone number.").In("Phone"),
        Column.Words(Column.Text("roles", 50, "Such as ekonomi, teknik, beslutsfattare, beställare."), new("ContactPersonRole", "ContactPersonId", "Role")),
    ];
}
