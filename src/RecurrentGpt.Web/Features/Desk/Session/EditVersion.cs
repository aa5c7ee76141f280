using System.Diagnostics.CodeAnalysis;

namespace RecurrentGpt.Web.Features.Desk.Session;

/// <summary>
/// The version under which one text of a step is saved, one save after the other. A save may be refused although its own text is untouched,
/// because another text has the same version: then it is tried again. Only a text that someone else changed is a conflict.
/// </summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable",
    Justification = "The semaphore has no wait handle to free, and a save that is under way when the desk is left must find it whole.")]
internal sealed class EditVersion(int version)
{
    // Another tab may change the other text again between two attempts, but hardly so often.
    private const int MostAttempts = 10;

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private int _version = version;

    /// <param name="replaces">The text that the author saw before the change.</param>
    /// <param name="save">Saves under a version.</param>
    public async Task<SaveResult> SaveAsync(string replaces, Func<int, Task<SaveResult>> save)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            var result = await save(_version);
            for (var attempt = 2; attempt <= MostAttempts && !result.Saved && result.Current == replaces; attempt++)
            {
                result = await save(result.Version);
            }

            _version = result.Version;
            return result;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
