using System.Text;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;

namespace RecurrentGpt.Runs;

/// <summary>The prose that a run has streamed so far, stored at most once a second so that a crash loses no more than that.</summary>
internal sealed class PartialProse(IStoryStore store, Guid runId, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly StringBuilder _text = new();
    private long _kept = clock.GetTimestamp();
    private Section? _section;

    internal string Text => _text.ToString();

    internal async Task AddAsync(StepEvent.ParagraphText text, CancellationToken cancellationToken)
    {
        if (_section is { } section && section != text.Section)
        {
            _text.Append("\n\n");
        }

        _section = text.Section;
        _text.Append(text.Piece);
        if (clock.GetElapsedTime(_kept) >= Pause)
        {
            _kept = clock.GetTimestamp();
            await store.KeepPartialAsync(runId, Text, cancellationToken);
        }
    }
}
