using System.Reflection;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Tests.SqlServer;

/// <summary>The migrations as they are embedded in the product, and the verifier for where they end. Made once per run.</summary>
internal static class Schema
{
    private static readonly Assembly Product = typeof(Migrator).Assembly;
    private static readonly Lazy<SchemaFolder> LazyFolded = new(() => SchemaFolder.Fold(Scripts("SqlServer").Select(s => s.Text)));
    private static readonly Lazy<SqlServerVerifier> LazyVerifier = new(() => new(Folded.Batches));

    public static SchemaFolder Folded => LazyFolded.Value;

    public static SqlServerVerifier Verifier => LazyVerifier.Value;

    public static IEnumerable<(string Name, string Text)> Scripts(string engine)
    {
        var part = $".Migrations.{engine}.";
        return Product.GetManifestResourceNames().Where(name => name.Contains(part, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => (name[(name.IndexOf(part, StringComparison.Ordinal) + part.Length)..], Read(name)));
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Product.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
