using System.Xml.Linq;
using Connect.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Identity;

/// <summary>The key ring as rows. Read at start and when a key is made every three months.</summary>
internal sealed class DataProtectionKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    private static readonly Stmt Select = "SELECT Xml FROM DataProtectionKey ORDER BY FriendlyName";
    private static readonly Stmt Insert = "INSERT INTO DataProtectionKey (Id, FriendlyName, Xml) VALUES (@id, @friendlyName, @xml)";

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Run(db => db.ListAsync<string>(Select)).Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        Run(db => db.ExecuteAsync(Insert, new { id = Guid.CreateVersion7(), friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) }));

    // The interface knows no async, and the scope must not be the request's: its transaction may roll back.
    private T Run<T>(Func<DbSession, Task<T>> work) => Task.Run(async () =>
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<DbSession>());
    }).GetAwaiter().GetResult();
}
