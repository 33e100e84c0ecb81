using Connect.Infrastructure.Operator.Import;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Operator;

public sealed class ImportDocsTests
{
    [Fact]
    public async Task The_documentation_of_the_files_is_that_of_the_code()
    {
        await using var world = new ImportWorld();
        var path = Path.Combine(ImportWorld.Root(), "docs", "import.md");
        var text = await world.Scope.RunAsync(services => Task.FromResult(ImportDocs.Write(services.GetServices<IImportFile>())));
        if (Environment.GetEnvironmentVariable("CONNECT_WRITE_DOCS") == "1") await File.WriteAllTextAsync(path, text);
        (await File.ReadAllTextAsync(path)).ShouldBe(text, "CONNECT_WRITE_DOCS=1 writes docs/import.md anew");
    }
}
