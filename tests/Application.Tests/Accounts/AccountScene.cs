using Connect.Application.Accounts;
using Connect.Application.Common.Security;
using Connect.Application.Tests.Common;
using Connect.Domain.Accounts;
using NSubstitute;

namespace Connect.Application.Tests.Accounts;

/// <summary>An account within Anna's reach, with a contact person, and what is saved of them.</summary>
internal sealed class AccountScene
{
    public const string Number = "100100";

    public AccountScene()
    {
        Repository.FindAsync(Scene.Reach, Number, Arg.Any<CancellationToken>()).Returns(Account);
        Repository.FindContactPersonAsync(Account, Person.Id, Arg.Any<CancellationToken>()).Returns(_ => Person);
        Repository.SaveAsync(Arg.Do<Account>(Saved.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        Repository.SaveAsync(Arg.Do<ContactPerson>(SavedPersons.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        Desk = new AccountDesk(Repository, Scene.Caller(), Audit, Scene.Clock());
    }

    public Account Account { get; } = new(new AccountData
    {
        Id = Guid.CreateVersion7(), OrganisationId = Scene.Reach.OrganisationId, ExternalId = "A1", Number = Number, Name = "Verkstad AB", InvoiceReference = "REF-1", Version = 3,
    });

    public ContactPerson Person { get; set; } = new()
    {
        Id = Guid.CreateVersion7(), OrganisationId = Scene.Reach.OrganisationId, AccountId = Guid.CreateVersion7(), ExternalId = "P1", Name = "Bo Ek", Version = 2, Roles = ["teknik"],
    };

    public IAccountRepository Repository { get; } = Substitute.For<IAccountRepository>();
    public Scene.Audit Audit { get; } = new();
    public AccountDesk Desk { get; }
    public List<Account> Saved { get; } = [];
    public List<ContactPerson> SavedPersons { get; } = [];
}
