namespace RecurrentGpt.Web.Tests.Resources;

internal static class Faults
{
    /// <summary>Fails with all faults, each on its line: a collection is cut after a few.</summary>
    public static void AssertNone(IEnumerable<string> faults)
    {
        var all = faults.ToList();

        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
