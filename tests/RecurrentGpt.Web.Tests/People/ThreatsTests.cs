using System.Text.RegularExpressions;
using RecurrentGpt.Web.Tests.Resources;

namespace RecurrentGpt.Web.Tests.People;

/// <summary>docs/threats.md promises no measure that no test shows.</summary>
public sealed partial class ThreatsTests
{
    private static readonly IReadOnlyList<string> Rows = [.. File.ReadAllLines(Path.Combine(SourceFiles.Root, "docs", "threats.md"))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| threat |", StringComparison.Ordinal))];

    [Fact]
    public void Rows_EachNamesTestsThatThereAre()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(SourceFiles.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText);

        var failures = Rows.Where(row => !Tests(row).Any()).Concat(Rows.SelectMany(Tests).Where(test => !IsThere(test, sources)).Select(test => $"{test.Class}.{test.Method}")).ToList();

        Assert.True(failures.Count == 0, string.Join("\n", failures));
        Assert.InRange(Rows.Count, 40, int.MaxValue);
    }

    private static IEnumerable<(string Class, string Method)> Tests(string row) =>
        ATest().Matches(row.Split('|')[^2]).Select(match => (match.Groups["class"].Value, match.Groups["method"].Value));

    private static bool IsThere((string Class, string Method) test, Dictionary<string, string> sources) => sources.Any(source =>
        Path.GetFileNameWithoutExtension(source.Key) == test.Class && source.Value.Contains($" {test.Method}(", StringComparison.Ordinal));

    [GeneratedRegex("`(?<class>[A-Za-z]+)\\.(?<method>[A-Za-z_0-9]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex ATest();
}
