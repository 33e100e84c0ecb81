using Connect.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;

namespace Connect.Infrastructure.Demo;

/// <summary>The demo users for the log-in page: in Development, and only those that were loaded.</summary>
public sealed class DemoHint(DbSession db, IHostEnvironment environment)
{
    public const string Password = DemoPeople.Password;

    // The order of product.md, then those of a large set.
    private static readonly string[] Names = ["anna.admin", "karl.konto", "frida.faktura", "lars.las", "tove.tva", "berit.annan", "reach.100", "reach.10", "reach.1"];

    private static readonly Stmt Select = """
        SELECT u.UserName, p.Name, o.Name AS Organisation
        FROM PortalUser u
        JOIN ContactPerson p ON p.Id = u.ContactPersonId
        JOIN Organisation o ON o.Id = u.OrganisationId
        WHERE u.UserNameKey IN @names AND u.ExternalId IN @ids AND u.IsActive = 1
        """;

    public async Task<IReadOnlyList<Person>> UsersAsync(CancellationToken cancellation) => environment.IsDevelopment() ? await LoadedAsync(cancellation) : [];

    private async Task<IReadOnlyList<Person>> LoadedAsync(CancellationToken cancellation)
    {
        var found = await db.ListAsync<Person>(Select, new { names = Names, ids = Names.Select(name => "U-" + name) }, cancellation);
        return [.. found.OrderBy(person => Array.IndexOf(Names, person.UserName))];
    }

    /// <summary>A demo user that can log in.</summary>
    public sealed record Person
    {
        public required string UserName { get; init; }
        public required string Name { get; init; }
        public required string Organisation { get; init; }
    }
}
