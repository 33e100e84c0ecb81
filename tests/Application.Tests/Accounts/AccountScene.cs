using Connect.Application.Accounts;
using Connect.Application.Common.Ports;
using Connect.Application.Operator;
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
        Desk = new AccountDesk(Repository, new ChangeDesk(Work, Scene.Clock()), Scene.Caller(), Audit, Scene.Clock());
        Work.EnqueueAsync(Arg.Do<NewWork>(Told.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
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
    public IWorkQueue Work { get; } = Substitute.For<IWorkQueue>();

    /// <summary>What the operator will hear.</summary>
    public List<NewWork> Told { get; } = [];

    public Scene.Audit Audit { get; } = new();
    public AccountDesk Desk { get; }
    public List<Account> Saved { get; } = [];
    public List<ContactPerson> SavedPersons { get; } = [];
}
