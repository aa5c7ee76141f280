using System.Globalization;

namespace RecurrentGpt.Prompts;

/// <summary>The names that carried texts have in their marks.</summary>
public static class PartNames
{
    /// <summary>The story's title.</summary>
    public const string Title = "Title";

    /// <summary>The genre.</summary>
    public const string Genre = "Genre";

    /// <summary>The language of the story.</summary>
    public const string Language = "Language";

    /// <summary>The premise.</summary>
    public const string Premise = "Premise";

    /// <summary>The outline.</summary>
    public const string Outline = "Outline";

    /// <summary>Short-term memory.</summary>
    public const string ShortTermMemory = "Short-term memory";

    /// <summary>What long-term memory recalled: one entry a line.</summary>
    public const string Recalled = "Recalled from long-term memory";

    /// <summary>The last paragraph.</summary>
    public const string LastParagraph = "Last paragraph";

    /// <summary>The plan to follow.</summary>
    public const string Plan = "Plan to follow";

    /// <summary>A paragraph that stands, in a repair or a request for new plans.</summary>
    public const string NewParagraph = "New paragraph";

    /// <summary>The plans that are offered now and are to be replaced.</summary>
    public const string OfferedPlans = "Plans offered so far";

    /// <summary>What the author wishes of new plans.</summary>
    public const string Wish = "Wish of the author";

    /// <summary>The plan that was followed, a numbered sentence a line.</summary>
    public const string PlanSentences = "Sentences of the plan";

    /// <summary>The author's own opening.</summary>
    public const string OwnOpening = "Opening by the author";

    /// <summary>What stands before a passage in its paragraph.</summary>
    public const string BeforePassage = "Text before the passage";

    /// <summary>The passage to write again.</summary>
    public const string Passage = "Passage to rewrite";

    /// <summary>What stands after it.</summary>
    public const string AfterPassage = "Text after the passage";

    /// <summary>How the author wants a passage to read.</summary>
    public const string Instruction = "Instruction by the author";

    /// <summary>A paragraph as it was before an edit.</summary>
    public const string OlderParagraph = "Paragraph as it was";

    /// <summary>The same paragraph as it is after the edit.</summary>
    public const string EditedParagraph = "Paragraph as it is now";

    /// <summary>Memory that is too long.</summary>
    public const string LongMemory = "Memory to shorten";

    /// <summary>Choices that the author made before.</summary>
    public const string PastChoices = "Past choices of the author";

    /// <summary>When an unattended run is to stop, in the author's words.</summary>
    public const string StopCondition = "Stop condition of the author";

    /// <summary>Sentences of short-term memory that the author has locked: one a line.</summary>
    public const string LockedSentences = "Sentences to keep";

    /// <summary>A plan that may be chosen.</summary>
    /// <param name="number">Its number, from 1.</param>
    public static string OfferedPlan(int number) => string.Create(CultureInfo.InvariantCulture, $"Plan {number}");
}
