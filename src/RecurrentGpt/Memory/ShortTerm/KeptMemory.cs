using RecurrentGpt.Stories;

namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>A memory that a model wrote, with the locked sentences put back where it dropped, reworded or doubled them.</summary>
internal sealed class KeptMemory
{
    private readonly TrackedChanges _tracked;
    private readonly string _written;
    private readonly IReadOnlySet<string> _locked;

    internal KeptMemory(TrackedChanges tracked, string written, IReadOnlySet<string> locked)
    {
        (_tracked, _written, _locked) = (tracked, written, locked);
        Text = Put();
    }

    internal string Text { get; }

    // From the end, so that the places before an edit stay what they were.
    private string Put()
    {
        var text = _written;
        var place = SentenceSpan.Of(_written).Count;
        foreach (var slot in _tracked.Slots.Reverse())
        {
            place -= slot.After is null ? 0 : 1;
            text = Edited(text, slot, place);
        }

        string[] wanted = [.. _tracked.Slots.Select(Kept).OfType<string>()];
        return Prose.Sentences(text).SequenceEqual(wanted, StringComparer.Ordinal) ? text : InLines(wanted);
    }

    private string Edited(string text, Slot slot, int place) => (Kept(slot), slot.After) switch
    {
        (null, null) => text,
        (null, _) => TextEdit.Remove(text, SentenceSpan.Of(text), place),
        ({ } kept, null) => TextEdit.Insert(text, SentenceSpan.Of(text), place, kept, _tracked.SpaceAround(slot, asWritten: false)),
        ({ } kept, { Text: var now }) => kept == now ? text : TextEdit.Replace(text, SentenceSpan.Of(text), place, kept),
    };

    // What a place holds in the end; null for nothing. A locked sentence that a model wrote a second time is one too many.
    private string? Kept(Slot slot) => slot switch
    {
        { Change: null } => slot.After?.Text,
        { Before.Text: { } before } when _locked.Contains(before) => before,
        { After.Text: { } after } when !_locked.Contains(after) => after,
        _ => null,
    };

    // Where what lies between the sentences would run into them, each gets a line of its own: there none can be read otherwise.
    private static string InLines(string[] sentences) => string.Join('\n', sentences);
}
