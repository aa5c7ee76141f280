using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Runs;

/// <summary>All that a step is written from at one moment, and the prompt that is made of it.</summary>
internal sealed class StepBasis(StepRequest request, Recall recall, WritingModels models)
{
    internal StepRequest Request => request;

    internal Recall Recall => recall;

    internal WritingModels Models => models;

    internal bool NewCharacter { get; } = request.Settings.LetsNewCharacterIn(request.Toss ?? 1);

    internal Prompt Prompt => field ??= StepWriter.Render(request, recall, NewCharacter);

    // What matters of the settings for what is made of the reply; who may write ahead is none of it.
    private StorySettings Limits => field ??= request.Settings with
    {
        Lookahead = LookaheadReach.Off,
        KeepsWrittenAhead = false,
        RereadsEdits = true,
        NewCharacterChance = 0,
    };

    /// <summary>Whether a step written from the one is a step written from the other: the same prompt to the same model, letter for letter, and the same rules for its reply.</summary>
    internal bool IsSameAs(StepBasis other) =>
        request.Head.Id == other.Request.Head.Id
        && ReferenceEquals(models.Chat, other.Models.Chat)
        && models.EmbeddingModel == other.Models.EmbeddingModel
        && Limits == other.Limits
        && Equals(request.Turn, other.Request.Turn)
        && request.Head.LockedSentences.SequenceEqual(other.Request.Head.LockedSentences)
        && Prompt.SaysSameAs(other.Prompt);
}
