using System.Reflection;

namespace RecurrentGpt.Tests;

public sealed class ArchitectureTests
{
    private static readonly string[] Outside =
    [
        "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Data.Sqlite", "Microsoft.JSInterop", "Radzen", "OpenAI", "Azure",
        "SQLitePCLRaw", "RecurrentGpt.Web",
    ];

    [Fact]
    public void Engine_References_NoWebStorageUserInterfaceOrModelSdk()
    {
        var references = Assembly.Load("RecurrentGpt").GetReferencedAssemblies().Select(name => name.Name!);

        var reached = references.Where(name => Outside.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));

        Assert.Empty(reached);
    }

    [Fact]
    public void Engine_Output_HoldsNoWebStorageUserInterfaceOrModelSdk()
    {
        var assemblies = Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Select(file => Path.GetFileNameWithoutExtension(file)).ToList();

        var reached = assemblies.Where(name => Outside.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));

        Assert.Contains("RecurrentGpt", assemblies);
        Assert.Empty(reached);
    }
}
