using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Connect.Architecture.Tests;

/// <summary>How long methods are and how much a class leans on, measured in what was compiled. Exceptions are named here with their reason.</summary>
public sealed class MethodTests
{
    private const int LongestMethod = 30, MostDependencies = 5;
    private static readonly Assembly[] Product = [Code.Domain, Code.Application, Code.Infrastructure, Code.Web];

    /// <summary>Methods that may be longer, as file and name, each with the reason.</summary>
    private static readonly Dictionary<string, string> LongMethods = [];

    /// <summary>Classes that may have more dependencies, each with the reason.</summary>
    private static readonly Dictionary<string, string> WideClasses = [];

    [Fact]
    public void Methods_are_short() =>
        Product.SelectMany(Measured).Where(method => method.Lines > LongestMethod && !LongMethods.ContainsKey($"{method.File} {method.Name}"))
            .Select(method => $"{method.File} {method.Name}: {method.Lines}").Distinct().ShouldBeEmpty();

    [Fact]
    public void Constructors_ask_for_few_things() =>
        Product.SelectMany(Code.Types).Where(type => type is { IsClass: true } && !IsRecord(type) && !WideClasses.ContainsKey(type.FullName!))
            .SelectMany(type => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(constructor => (constructor.DeclaringType!.FullName, Count: constructor.GetParameters().Count(IsDependency)))
            .Where(constructor => constructor.Count > MostDependencies).Select(constructor => $"{constructor.FullName}: {constructor.Count}").ShouldBeEmpty();

    /// <summary>That the measure measures: a method of known length, an asynchronous one, and a constructor behind fields.</summary>
    [Fact]
    public void Lines_are_counted_from_brace_to_brace()
    {
        var lines = Measured(typeof(MethodTests).Assembly).Where(method => method.File.EndsWith("MethodTests.cs", StringComparison.Ordinal)).ToLookup(method => method.Name, method => method.Lines);
        lines["Plain"].ShouldBe([6]);
        lines["Later"].ShouldBe([5]);
        lines[".ctor"].ShouldContain(4);
    }

    // What a class works with; names and numbers that it is told are none.
    private static bool IsDependency(ParameterInfo parameter) => !parameter.ParameterType.IsValueType && parameter.ParameterType != typeof(string);

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null || type.IsSubclassOf(typeof(Attribute)) || type.IsSubclassOf(typeof(Exception));

    private static IEnumerable<(string File, string Name, int Lines)> Measured(Assembly assembly)
    {
        using var program = new PEReader(File.OpenRead(assembly.Location));
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assembly.Location, ".pdb")));
        var (names, lines) = (program.GetMetadataReader(), symbols.GetMetadataReader());
        foreach (var handle in names.MethodDefinitions)
        {
            var points = lines.GetMethodDebugInformation(handle.ToDebugInformationHandle()).GetSequencePoints().Where(point => !point.IsHidden).ToList();
            var name = NameOf(names, handle);
            if (name == ".cctor" || Body(name, points) is not { Count: > 0 } body || FileOf(lines, body[0].Document) is not { } file) continue;
            yield return (file, name, body.Max(point => point.EndLine) - body.Min(point => point.StartLine) + 1);
        }
    }

    // A constructor begins with its fields' initial values, which stand elsewhere: what counts lies between its braces.
    private static List<SequencePoint> Body(string name, List<SequencePoint> points)
    {
        if (name != ".ctor") return points;
        var open = points.FindIndex(point => point.StartLine == point.EndLine && point.EndColumn - point.StartColumn == 1);
        return open < 0 ? [] : points[open..];
    }

    // The body of an asynchronous method is the MoveNext of a class of its own, called <Method>d__1.
    private static string NameOf(MetadataReader names, MethodDefinitionHandle handle)
    {
        var method = names.GetMethodDefinition(handle);
        var name = names.GetString(method.Name);
        if (name != "MoveNext") return name;
        var type = names.GetString(names.GetTypeDefinition(method.GetDeclaringType()).Name);
        return type.StartsWith('<') ? type[1..type.IndexOf('>', StringComparison.Ordinal)] : name;
    }

    private static string? FileOf(MetadataReader lines, DocumentHandle document)
    {
        var path = Path.GetRelativePath(Code.Root, lines.GetString(lines.GetDocument(document).Name)).Replace('\\', '/');
        return path.EndsWith(".cs", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal) ? path : null;
    }

    private sealed class Sample
    {
        private readonly List<int> _numbers = [];

        public Sample(int number)
        {
            _numbers.Add(number);
            _numbers.Add(number);
        }

        public int Plain()
        {
            var sum = 0;
            foreach (var number in _numbers)
                sum += number;
            return sum;
        }

        public async Task<int> Later()
        {
            await Task.Yield();
            await Task.Yield();
            return Plain();
        }
    }
}
