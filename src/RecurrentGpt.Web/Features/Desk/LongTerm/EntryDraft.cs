using RecurrentGpt.Memory;

namespace RecurrentGpt.Web.Features.Desk.LongTerm;

/// <summary>A change of an entry's text that is not saved yet.</summary>
/// <param name="Before">The entry that the author saw, with the version that the change rests on.</param>
/// <param name="Text">The text as far as it is typed.</param>
public sealed record EntryDraft(MemoryEntry Before, string Text)
{
    /// <summary>The text that another tab saved first; null when there is no conflict.</summary>
    public string? Other { get; init; }

    /// <summary>The name under which the browser keeps what is typed.</summary>
    public string Key => KeyOf(Before);

    public static string KeyOf(MemoryEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return $"entry/{entry.StepId}";
    }
}
