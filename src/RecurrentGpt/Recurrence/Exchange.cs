using RecurrentGpt.Prompts;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence;

/// <summary>What a request was for.</summary>
public enum ExchangePurpose
{
    /// <summary>The opening.</summary>
    Opening,

    /// <summary>A step.</summary>
    Step,

    /// <summary>Memory and plans for an opening that the author brought.</summary>
    OwnOpening,

    /// <summary>Sections that were missing.</summary>
    Repair,

    /// <summary>Memory made shorter.</summary>
    ShorterMemory,

    /// <summary>New plans.</summary>
    NewPlans,

    /// <summary>A passage in other words.</summary>
    Rewrite,

    /// <summary>Another plan in place of one that is too close to another.</summary>
    DifferentPlan,

    /// <summary>An edited paragraph, read again.</summary>
    Reread,

    /// <summary>What of its plan is in a paragraph.</summary>
    Coverage,

    /// <summary>The simulated author's choice of a plan.</summary>
    Choice,

    /// <summary>Whether a stop condition has come to pass.</summary>
    Judgement,
}

/// <summary>A part of a user message that was sent.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Length">How many UTF-16 code units it takes.</param>
public sealed record SentPart(PartKind Kind, int Length);

/// <summary>One request to the chat model and what came back, exactly. Kept for runs that end well and for those that do not.</summary>
/// <param name="Purpose">What it was for.</param>
/// <param name="System">The system message that was sent.</param>
/// <param name="User">The user message that was sent.</param>
/// <param name="Reply">The raw reply, as far as it came.</param>
/// <param name="Model">The model that answered.</param>
/// <param name="Usage">Tokens, when the provider said.</param>
/// <param name="Elapsed">From sending to the last word.</param>
public sealed record Exchange(
    ExchangePurpose Purpose,
    string System,
    string User,
    string Reply,
    string Model,
    TokenUsage? Usage,
    TimeSpan Elapsed)
{
    /// <summary>The parts of <see cref="User"/>, in order: together they are as long as it. Empty where they were not kept.</summary>
    public IReadOnlyList<SentPart> Parts { get; init; } = [];

    /// <summary>How the request failed; null when it did not.</summary>
    public StepFailure? Failure { get; init; }

    /// <summary>Tokens as the provider counted them, or a rough count where it did not say.</summary>
    public TokenUsage UsageOrEstimate => Usage ?? Estimate(System, User, Reply, Failure is not null);

    /// <summary>A rough count of the tokens of a request; none for one that was refused.</summary>
    public static TokenUsage Estimate(string system, string user, string reply, bool hasFailed)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return hasFailed && reply.Length == 0
            ? TokenUsage.None
            : new TokenUsage(TokenEstimate.Of(system) + TokenEstimate.Of(user), TokenEstimate.Of(reply), 0);
    }
}
