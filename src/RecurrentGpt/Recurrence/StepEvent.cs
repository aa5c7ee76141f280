using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;

namespace RecurrentGpt.Recurrence;

/// <summary>What happens while an opening or a step is written, in order. The last event is <see cref="Finished"/> or <see cref="Failed"/>.</summary>
public abstract record StepEvent
{
    private StepEvent()
    {
    }

    /// <summary>Long-term memory was asked.</summary>
    /// <param name="Recall">What it recalled, and how.</param>
    public sealed record Recalled(Recall Recall) : StepEvent;

    /// <summary>The prompt stands; it is sent next.</summary>
    /// <param name="Prompt">The exact prompt.</param>
    public sealed record PromptReady(Prompt Prompt) : StepEvent;

    /// <summary>The prompt was too long for the model; it is made again without recalled entries, and sent once more.</summary>
    /// <param name="Recall">What is sent in place of what <see cref="Recalled"/> told.</param>
    /// <param name="Count">How many entries are left out.</param>
    public sealed record LeavingOut(Recall Recall, int Count) : StepEvent;

    /// <summary>A request failed and is sent again after a wait.</summary>
    /// <param name="Delay">How long the wait is.</param>
    /// <param name="Because">What failed.</param>
    /// <param name="Attempt">Which attempt comes next, from 2.</param>
    public sealed record Waiting(TimeSpan Delay, StepFailure Because, int Attempt) : StepEvent;

    /// <summary>A piece of prose came.</summary>
    /// <param name="Section">The paragraph that it belongs to.</param>
    /// <param name="Piece">The text to append.</param>
    public sealed record ParagraphText(Section Section, string Piece) : StepEvent;

    /// <summary>A section other than prose is whole.</summary>
    /// <param name="Section">Which.</param>
    /// <param name="Text">Its text.</param>
    public sealed record SectionRead(Section Section, string Text) : StepEvent;

    /// <summary>The model is asked for sections that its reply lacked.</summary>
    /// <param name="Missing">Which.</param>
    public sealed record Repairing(IReadOnlyList<Section> Missing) : StepEvent;

    /// <summary>Memory is over its limits; the model is asked once to shorten it.</summary>
    public sealed record Shortening : StepEvent;

    /// <summary>Two of the plans are too close; the model is asked once for another one.</summary>
    /// <param name="Number">The plan that is to be written anew.</param>
    public sealed record Differing(int Number) : StepEvent;

    /// <summary>Everything that the run writes is there; nothing is stored yet.</summary>
    /// <param name="Result">What is to be stored.</param>
    public sealed record Finished(StoryChange Result) : StepEvent;

    /// <summary>All is there, but cannot be stored now; that is tried again after a wait.</summary>
    /// <param name="Delay">How long the wait is.</param>
    /// <param name="Because">Why it could not be stored.</param>
    /// <param name="Attempt">Which attempt comes next, from 2.</param>
    public sealed record StoreWaiting(TimeSpan Delay, StepFailure Because, int Attempt) : StepEvent;

    /// <summary>The run ended without a result; the story is as it was.</summary>
    /// <param name="Failure">Why.</param>
    /// <param name="Partial">Prose that had come, to be offered; may be empty.</param>
    /// <param name="Exchanges">The requests made, with their raw replies.</param>
    public sealed record Failed(StepFailure Failure, string Partial, IReadOnlyList<Exchange> Exchanges) : StepEvent;
}
