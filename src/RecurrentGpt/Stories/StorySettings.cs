using RecurrentGpt.Play;

namespace RecurrentGpt.Stories;

/// <summary>How a story is written. An author may change it at any step; each step records the settings it was written with.</summary>
public sealed record StorySettings
{
    /// <summary>Fewest sentences that a paragraph may be asked for.</summary>
    public const int MinParagraphSentences = 5;

    /// <summary>Most sentences that a paragraph may be asked for.</summary>
    public const int MaxParagraphSentences = 60;

    /// <summary>Length of the next paragraph, in sentences, 5 to 60.</summary>
    public int ParagraphSentences { get; init; } = 20;

    /// <summary>Most sentences of short-term memory, 5 to 40 (the paper: 10 to 20).</summary>
    public int MemorySentences { get; init; } = 20;

    /// <summary>Most words of short-term memory, 100 to 1,000 (the paper: 500).</summary>
    public int MemoryWords { get; init; } = 500;

    /// <summary>How many entries long-term memory recalls for a step, 0 to 12.</summary>
    public int RecallCount { get; init; } = 4;

    /// <summary>Chance, 0 to 1, that a step may bring a new character in (upstream: one step in ten).</summary>
    public double NewCharacterChance { get; init; } = 0.1;

    /// <summary>How far ahead plans look.</summary>
    public PlanReach PlanReach { get; init; }

    /// <summary>How the story is played, when it is.</summary>
    public PlaySettings Play { get; init; } = new();

    /// <summary>Whether a paragraph is read again by itself after an edit of its words, at the cost of one chat request and one embedding.</summary>
    public bool RereadsEdits { get; init; } = true;

    /// <summary>Which steps are written ahead, before their plan is picked, at the cost of one chat request and two embeddings each, picked or not.</summary>
    public LookaheadReach Lookahead { get; init; }

    /// <summary>Whether steps that were written ahead of plans that were not picked are kept as branches. Otherwise they are dropped.</summary>
    public bool KeepsWrittenAhead { get; init; }

    /// <summary>Whether a toss, 0 to 1, lets a new character in.</summary>
    public bool LetsNewCharacterIn(double toss) => toss < NewCharacterChance;

    /// <summary>Names the settings that are out of their range; empty when all are well.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        AddIf(ParagraphSentences is < MinParagraphSentences or > MaxParagraphSentences, nameof(ParagraphSentences));
        AddIf(MemorySentences is < 5 or > 40, nameof(MemorySentences));
        AddIf(MemoryWords is < 100 or > 1_000, nameof(MemoryWords));
        AddIf(RecallCount is < 0 or > 12, nameof(RecallCount));
        AddIf(NewCharacterChance is not (>= 0 and <= 1), nameof(NewCharacterChance));
        AddIf(!Enum.IsDefined(PlanReach), nameof(PlanReach));
        AddIf(!Enum.IsDefined(Lookahead), nameof(Lookahead));
        AddIf(!Enum.IsDefined(Play.Length) || !Enum.IsDefined(Play.Person), nameof(Play));
        return problems;

        void AddIf(bool wrong, string name)
        {
            if (wrong)
            {
                problems.Add(name);
            }
        }
    }
}
