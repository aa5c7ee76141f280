namespace RecurrentGpt.Web.Features.Desk;

internal static class VersionedSave
{
    /// <summary>
    /// Saves one text of a step. All texts of a step share one version, so a save may be refused although its own text is untouched:
    /// then it is tried once more with the version that stands. Only a text that someone else changed is a conflict.
    /// </summary>
    /// <param name="replaces">The text that the author saw before the change.</param>
    public static async Task<SaveResult> RunAsync(int version, string replaces, Func<int, Task<SaveResult>> save)
    {
        var result = await save(version);
        return result.Saved || result.Current != replaces ? result : await save(result.Version);
    }
}
