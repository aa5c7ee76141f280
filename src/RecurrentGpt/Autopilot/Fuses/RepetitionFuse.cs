using RecurrentGpt.Repetition;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Autopilot.Fuses;

/// <summary>Blows when a new paragraph is too close to an earlier one on its path, and shows the passage that has most of it.</summary>
internal sealed class RepetitionFuse(RepetitionWatch watch)
{
    /// <summary>Null when the paragraph is its own.</summary>
    internal async Task<BlownFuse?> JudgeAsync(Step written, CancellationToken cancellationToken)
    {
        var found = await watch.FindAsync(written.StoryId, written.Id, cancellationToken);
        if (!found.IsTooClose)
        {
            return null;
        }

        // Two that tell the same in other words share no passage.
        return found.Sentences.MaxBy(sentence => sentence.Shared.Length) is { } worst
            ? new BlownFuse(FuseKind.Repetition)
            {
                Passage = written.Paragraph.Substring(worst.Start, worst.Length),
                Source = worst.Source,
                SourceNumber = worst.SourceNumber,
            }
            : new BlownFuse(FuseKind.Repetition) { SourceNumber = found.NearestNumber };
    }
}
