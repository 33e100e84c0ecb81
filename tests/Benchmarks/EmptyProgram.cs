using Microsoft.AspNetCore.Builder;

namespace Connect.Benchmarks;

/// <summary>The floor of row h: this program started as an ASP.NET Core application that does nothing.</summary>
internal static class EmptyProgram
{
    public const string Argument = "--empty-program";

    public static Task RunAsync(string url) => WebApplication.CreateBuilder().Build().RunAsync(url);
}
