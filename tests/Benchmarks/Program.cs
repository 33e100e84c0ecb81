// Scenarios are classes of this project; each prints its row: scenario, product, floor, ratio, limit.
Console.WriteLine("No scenario is registered.");
