using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Lookahead;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Repetition;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Doubles;

/// <summary>Valid stories, steps and replies; a test changes only what matters to it.</summary>
public static class Samples
{
    public static StoryCard Card { get; } = new()
    {
        Title = "The Glass Orchard",
        Genre = "Fantasy",
        Premise = "Mara keeps an orchard of glass trees that hum at night.",
        Language = "English",
        Outline = "One tree is stolen, and the hum moves into the house.",
    };

    public static Story Story { get; } = new()
    {
        Id = Guid.NewGuid(),
        Card = Card,
        Settings = new StorySettings { NewCharacterChance = 0 },
        CreatedAt = DateTimeOffset.UnixEpoch,
        ChangedAt = DateTimeOffset.UnixEpoch,
    };

    public static string StepReply { get; } = """
        Output Paragraph:
        Mara pulled the rope up hand over hand. The knot at its end was her own.

        Paragraph Summary:
        Mara pulls up the rope and finds her own knot at its end.

        Rationale:
        Dropped: the swept steps. Added: the knot, because somebody learned it from her.

        Updated Memory:
        Mara has found her own knot at the end of the rope. The boy has not seen it.

        Instruction 1:
        Mara hides the knot in her pocket. She lies to the boy.

        Instruction 2:
        The lamp goes out. They both hear the hum say a word.

        Instruction 3:
        She asks him who taught him the whistle. He names a name.
        """;

    public static string OpeningReply { get; } = """
        Name:
        The Glass Orchard

        Outline:
        A tree is stolen. The hum moves into the house.

        Paragraph 1:
        The trees hummed until the moon went down.

        Paragraph 2:
        In the morning one of them was gone.

        Paragraph 3:
        Mara stood at the hole and let down a rope.

        Summary:
        Mara keeps the orchard. One tree is gone, and the hole is deep.

        Instruction 1:
        She climbs down. The rope holds.

        Instruction 2:
        The boy comes with a lamp. He knows something.

        Instruction 3:
        She fills the hole. The hum moves.
        """;

    public static Step Step(Guid? id = null, Guid? storyId = null, int number = 3) => new()
    {
        Id = id ?? Guid.NewGuid(),
        StoryId = storyId ?? Story.Id,
        Number = number,
        RunId = Guid.NewGuid(),
        Plan = Plan.Opening,
        Paragraph = "Mara stood at the hole and let down a rope.",
        Summary = "Mara lets a rope down.",
        ShortTermMemory = "One tree is gone, and the hole is deep.",
        WrittenMemory = "One tree is gone, and the hole is deep.",
        Rationale = "",
        Plans = [new OfferedPlan(1, "She climbs down.", "She climbs down.")],
        Recalled = [],
        Settings = new StorySettings(),
        Model = "scripted",
        Usage = TokenUsage.None,
        Elapsed = TimeSpan.Zero,
        WrittenAt = DateTimeOffset.UnixEpoch,
    };

    public static MemoryEntry Entry(int number, string text, Guid? parent = null, ReadOnlyMemory<float>? vector = null) => new()
    {
        StepId = Guid.NewGuid(),
        ParentId = parent,
        Number = number,
        Text = text,
        Vector = vector,
        EmbeddingModel = vector is null ? "" : "letters",
    };

    public static MemoryIndexer Indexer(IStoryStore store, IModelSource models, MemoryShelf shelf, TimeProvider clock) =>
        new(store, models, shelf, new RecurrenceOptions(), clock, new Random(1), NullLogger<MemoryIndexer>.Instance);

    public static StoryRunner Runner(
        IStoryStore store, IModelSource models, MemoryShelf shelf, MemoryIndexer indexer, TimeProvider clock, LookaheadRunner? lookahead = null) =>
        new(store, models, shelf, indexer, new RecurrenceOptions(), clock, new Random(1), NullLogger<StoryRunner>.Instance) { Lookahead = lookahead };

    public static LookaheadRunner Lookahead(
        IStoryStore store, ILookaheadStore own, IModelSource models, MemoryShelf shelf, MemoryIndexer indexer, TimeProvider clock, RecurrenceOptions? options = null) =>
        new(store, own, models, shelf, indexer, options ?? new RecurrenceOptions(), clock, new Random(1), NullLogger<LookaheadRunner>.Instance);

    public static AutopilotRunner Autopilots(
        IAutopilotStore autopilots, IStoryStore store, StoryRunner runner, IModelSource models, TimeProvider clock, MemoryShelf? shelf = null) =>
        new(autopilots, store, runner, models, new RepetitionWatch(store, models, shelf ?? new MemoryShelf()), new AutopilotOptions(), clock, NullLogger<AutopilotRunner>.Instance);

    public static WritingModels Models(ScriptedChat chat, ScriptedEmbedder? embedder = null) => new()
    {
        Chat = chat,
        ChatModel = "scripted",
        Embedder = embedder ?? new ScriptedEmbedder(),
        EmbeddingModel = "letters",
    };
}
