using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Accounts;

/// <summary>A page about one contact person of the account.</summary>
public abstract class PersonPage : AccountPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public ContactPersonView Person { get; private set; } = null!;

    protected override int CurrentVersion => Person.Version;

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        Person = Account.ContactPersons.FirstOrDefault(person => person.Id == Id) ?? throw new NotFoundException();
    }
}
