using RecurrentGpt.Authors;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Autopilot;

/// <summary>What an unattended run is asked for: how far, who chooses, and what blows its fuses.</summary>
public sealed record AutopilotOrder
{
    /// <summary>Most steps of one run.</summary>
    public const int MostSteps = 1_000;

    /// <summary>How many steps to write, 1 to 1,000, those before an interruption among them.</summary>
    public int Steps { get; init; } = 10;

    /// <summary>Who chooses each plan.</summary>
    public AuthorKind Author { get; init; } = AuthorKind.Simulated;

    /// <summary>Where the choices of <see cref="AuthorKind.Random"/> come from; the same seed chooses the same plans, also after an interruption.</summary>
    public int Seed { get; init; }

    /// <summary>Whether the simulated author may revise the plan that it chooses.</summary>
    public bool MayRevise { get; init; } = true;

    /// <summary>Whether the simulated author is shown choices that the person made before.</summary>
    public bool UsesTaste { get; init; } = true;

    /// <summary>Whether the simulated author writes each paragraph of this run out to twice its length (upstream's way).</summary>
    public bool Extends { get; init; }

    /// <summary>Stops when this has come to pass, in the author's words, up to <see cref="StoryLimits.Wish"/> characters; empty for none.</summary>
    public string StopCondition { get; init; } = "";

    /// <summary>Whether the stop condition is judged by a request of its own, rather than in the simulated author's.</summary>
    public bool JudgesApart { get; init; }

    /// <summary>Most tokens, prompts and replies together; null for no limit.</summary>
    public long? MostTokens { get; init; }

    /// <summary>Most that the run may cost, at the prices of the settings; null for no limit.</summary>
    public decimal? MostCost { get; init; }

    /// <summary>Longest time that it may work, pauses not counted; null for no limit.</summary>
    public TimeSpan? MostTime { get; init; }

    /// <summary>Whether a paragraph that repeats an earlier one stops the run.</summary>
    public bool StopsAtRepetition { get; init; } = true;

    /// <summary>Whether plans that no longer differ stop the run.</summary>
    public bool StopsAtAlikePlans { get; init; } = true;

    /// <summary>Whether anything is judged by a request of its own after a step.</summary>
    public bool NeedsJudge => StopCondition.Length > 0 && (JudgesApart || Author != AuthorKind.Simulated);

    /// <summary>Names the values that are out of their range; empty when all are well.</summary>
    public IReadOnlyList<string> Problems()
    {
        (bool Wrong, string Name)[] all =
        [
            (Steps is < 1 or > MostSteps, nameof(Steps)),
            (!Enum.IsDefined(Author), nameof(Author)),
            (StopCondition.Length > StoryLimits.Wish, nameof(StopCondition)),
            (MostTokens is <= 0, nameof(MostTokens)),
            (MostCost is <= 0, nameof(MostCost)),
            (MostTime is { } time && time <= TimeSpan.Zero, nameof(MostTime)),
        ];
        return [.. all.Where(value => value.Wrong).Select(value => value.Name)];
    }
}
