using RecurrentGpt.Memory;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.ShortTerm;

/// <summary>A step that dropped one sentence of memory, reworded one and added one.</summary>
internal static class ReviewSamples
{
    public const string Gate = "The gate closed by itself at dawn.";
    public const string Boy = "The boy has flour on his sleeves.";
    public const string Sent = "Mara keeps an orchard. " + Gate + " She came by the road.";
    public const string Written = "Mara keeps an orchard. She came by the long road. " + Boy;

    public static Step Head { get; } = DeskSamples.Head with
    {
        SentMemory = Sent,
        WrittenMemory = Written,
        ShortTermMemory = Written,
        Rationale = "Dropped: the gate, settled in step 2. Added: the flour, because somebody let the boy in.",
    };

    /// <summary>Entries of the path to the head; the first says that the gate closed, when told to.</summary>
    public static IEnumerable<MemoryEntry> Entries(bool gate)
    {
        Guid? parent = null;
        foreach (var paragraph in DeskSamples.Paragraphs)
        {
            var text = paragraph.Number == 1 && gate ? "At dawn the orchard gate closed by itself, and Mara saw it." : $"Zigzag quux {paragraph.Number} vexed jumbo foxes.";
            yield return new MemoryEntry
            {
                StepId = paragraph.StepId,
                ParentId = parent,
                Number = paragraph.Number,
                Text = text,
                Vector = ScriptedEmbedder.Embed(text),
                EmbeddingModel = "letters",
            };
            parent = paragraph.StepId;
        }
    }
}
