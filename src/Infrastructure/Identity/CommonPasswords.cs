using Connect.Application.Identity;

namespace Connect.Infrastructure.Identity;

/// <summary>The list of most used passwords that the package zxcvbn-core carries, read once when the first password is chosen.</summary>
internal sealed class CommonPasswords : ICommonPasswords
{
    private const string Resource = "Dictionaries.passwords.lst";

    private readonly Lazy<HashSet<string>> _list = new(Read);

    public int Count => _list.Value.Count;

    public bool Contains(string password) => _list.Value.Contains(password);

    private static HashSet<string> Read()
    {
        var package = typeof(Zxcvbn.Zxcvbn).Assembly;
        var name = package.GetManifestResourceNames().Single(resource => resource.EndsWith(Resource, StringComparison.Ordinal));
        using var reader = new StreamReader(package.GetManifestResourceStream(name)!);
        var list = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line) list.Add(line.Trim().ToLowerInvariant());
        return list;
    }
}
