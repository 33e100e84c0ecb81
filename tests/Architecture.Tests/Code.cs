using System.Reflection;
using System.Runtime.CompilerServices;
using Connect.Application;
using Connect.Domain.Common;
using Connect.Infrastructure;
using MediatR;

namespace Connect.Architecture.Tests;

/// <summary>What the conventions look at: the product's assemblies and the files of the repository.</summary>
internal static class Code
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "artifacts", ".git", "dist", "data", "TestResults"];

    public static readonly Assembly Domain = typeof(Money).Assembly;
    public static readonly Assembly Application = typeof(ApplicationModule).Assembly;
    public static readonly Assembly Infrastructure = typeof(InfrastructureModule).Assembly;
    public static readonly Assembly Web = typeof(Program).Assembly;

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<Type> Messages { get; } =
        [.. Types(Application).Concat(Types(Infrastructure)).Where(type => type is { IsAbstract: false, IsInterface: false } && Implements(type, typeof(IRequest<>)))];

    public static IReadOnlyList<Type> Handlers { get; } =
        [.. Types(Application).Concat(Types(Infrastructure)).Where(type => type is { IsAbstract: false } && Implements(type, typeof(IRequestHandler<,>)))];

    /// <summary>The assembly's own types, without what compilers and generators add.</summary>
    public static IEnumerable<Type> Types(Assembly assembly) =>
        assembly.GetTypes().Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !type.Name.StartsWith('<'));

    public static bool Implements(Type type, Type generic) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == generic);

    /// <summary>Files of the repository below a folder, as paths from the root with forward slashes.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string folder, params string[] extensions) =>
        Paths(folder).Where(path => extensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase)))
            .Select(path => (path, File.ReadAllText(Path.Combine(Root, path))));

    public static IEnumerable<string> Paths(string folder)
    {
        var start = Path.Combine(Root, folder);
        if (!Directory.Exists(start)) return [];
        return Directory.EnumerateFiles(start).Concat(Directory.EnumerateDirectories(start)
                .Where(child => !NotOurs.Contains(Path.GetFileName(child))).SelectMany(child => Paths(Path.GetRelativePath(Root, child)).Select(path => Path.Combine(Root, path))))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Connect.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run inside the repository.");
        return folder.FullName;
    }
}
