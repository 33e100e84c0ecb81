using Connect.Benchmarks;

if (args is [EmptyProgram.Argument, { } url])
{
    await EmptyProgram.RunAsync(url);
    return 0;
}

// Arguments: letters or parts of names of the scenarios to run; none runs all.
var chosen = typeof(Runner).Assembly.GetTypes()
    .Where(type => type is { IsAbstract: false, IsInterface: false } && (type.IsAssignableTo(typeof(IScenario)) || type.IsAssignableTo(typeof(IScenarioGroup))))
    .Where(type => type.GetConstructor(Type.EmptyTypes) is not null)
    .OrderBy(type => type.FullName, StringComparer.Ordinal).Select(Activator.CreateInstance).ToList();
var rows = new List<Row>();
foreach (var made in chosen)
{
    if (made is IScenario single)
    {
        if (!IsChosen(single)) continue;
        await using (single) await RunAsync(single);
        continue;
    }

    var group = (IScenarioGroup)made!;
    if (args.Length > 0 && !args.Any(arg => group.GetType().Name.Contains(arg, StringComparison.OrdinalIgnoreCase))) continue;
    await using (group)
    {
        await group.PrepareAsync(CancellationToken.None);
        foreach (var scenario in group.Scenarios) await RunAsync(scenario);
    }
}

Table.Print(rows, Console.Out);
return rows.Count > 0 && rows.TrueForAll(row => row.Holds) ? 0 : 1;

bool IsChosen(IScenario scenario) =>
    args.Length == 0 || args.Any(arg => scenario.Name.StartsWith(arg + ".", StringComparison.OrdinalIgnoreCase)
        || scenario.GetType().Name.Contains(arg, StringComparison.OrdinalIgnoreCase));

async Task RunAsync(IScenario scenario)
{
    await Console.Error.WriteLineAsync($"… {scenario.Name}");
    rows.Add(await Runner.MeasureAsync(scenario, CancellationToken.None));
}
