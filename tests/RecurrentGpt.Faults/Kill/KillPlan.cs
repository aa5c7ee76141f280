using RecurrentGpt.FakeModel;
using RecurrentGpt.Faults.Inside;

namespace RecurrentGpt.Faults.Kill;

/// <summary>How one round kills the program, drawn by chance for its point.</summary>
internal sealed record KillPlan
{
    // Where each stops being anywhere in its stretch of the work: what is beyond has mostly ended.
    private const int PiecesOfParagraph = 16;
    private const int StatementsOfStoring = 16;
    private const int MicrosecondsOfCommit = 2_500;
    private const int MicrosecondsOfExport = 3_000;
    private const int MillisecondsOfReading = 30;
    private const int MillisecondsOfAutopilot = 1_200;
    private const int ManySteps = 500;

    // Longer than prose may be on its way to the disk.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1.6);

    /// <summary>Where it kills itself; null when it is killed from outside.</summary>
    public KillOrder? Order { get; init; }

    /// <summary>Whether the web program is killed, and not the headless verb.</summary>
    public bool IsWeb { get; init; }

    /// <summary>Steps that autopilot is to write; on the web 0 for one that a person asks for.</summary>
    public int Steps { get; init; } = 1;

    /// <summary>Whether the simulated author chooses.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>How the first request is answered; null for a whole reply.</summary>
    public FakeReply? Reply { get; init; }

    /// <summary>Whether the first request gets no answer at all.</summary>
    public bool IsUnanswered { get; init; }

    /// <summary>Whether the reply goes on before the kill.</summary>
    public bool GoesOn { get; init; }

    /// <summary>How long after that it is killed.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How many steps it can have stored.</summary>
    public Range Added { get; init; } = 0..0;

    /// <summary>Whether the prose has been there long enough to be all on the disk.</summary>
    public bool KeepsAllProse => Delay == Quiet;

    public static KillPlan Of(KillPoint point, Random chance, string outFolder)
    {
        var isWeb = point != KillPoint.Export && chance.Next(3) == 0;
        return Anywhere(point, chance, outFolder) with { IsWeb = isWeb };
    }

    private static KillPlan Anywhere(KillPoint point, Random chance, string outFolder) => point switch
    {
        KillPoint.Prompt => chance.Next(2) == 0 ? new KillPlan { IsUnanswered = true } : Holding(0),
        KillPoint.FirstToken => Holding(1),
        KillPoint.MidStream => Holding(chance.Next(2, PiecesOfParagraph)) with { Delay = chance.Next(4) == 0 ? Quiet : Within(chance, MillisecondsOfReading) },
        KillPoint.Parse => Holding(int.MaxValue) with { GoesOn = chance.Next(4) > 0, Delay = Within(chance, MillisecondsOfReading), Added = 0..1 },
        KillPoint.Transaction => chance.Next(4) == 0
            ? new KillPlan { Order = new(KillAt.Committing, chance.Next(MicrosecondsOfCommit)), Added = 0..1 }
            : new KillPlan { Order = new(KillAt.Storing, chance.Next(1, StatementsOfStoring)) },
        KillPoint.AfterCommit => new KillPlan { Order = new(KillAt.Stored), Added = 1..1 },
        KillPoint.Export => new KillPlan { Order = new(KillAt.File, chance.Next(MicrosecondsOfExport), outFolder, "story.*"), Added = 1..1 },
        _ => new KillPlan { Steps = ManySteps, Delay = Within(chance, MillisecondsOfAutopilot), Added = 0..ManySteps, IsSimulated = chance.Next(2) == 0 },
    };

    private static KillPlan Holding(int pieces) => new() { Reply = FakeReply.HoldAfter(pieces, out _), Steps = 0 };

    private static TimeSpan Within(Random chance, int milliseconds) => TimeSpan.FromMilliseconds(chance.NextDouble() * milliseconds);
}
