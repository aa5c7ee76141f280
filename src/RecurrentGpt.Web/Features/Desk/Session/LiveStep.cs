using System.Collections.Immutable;
using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Features.Desk.Session;

/// <summary>A request that failed and is sent again, or a save that is tried again.</summary>
/// <param name="At">When that is.</param>
/// <param name="Attempt">Which attempt comes next, from 2.</param>
public sealed record LiveRetry(DateTimeOffset At, StepFailure Because, int Attempt);

/// <summary>What is being written now, as far as it has come: a picture that never changes, drawn while the next one is made.</summary>
public sealed record LiveStep
{
    public required Guid RunId { get; init; }

    public required RunRequest Request { get; init; }

    public LivePhase Phase { get; init; }

    /// <summary>Null until long-term memory has been asked.</summary>
    public Recall? Recall { get; init; }

    public Prompt? Prompt { get; init; }

    public LiveRetry? Retry { get; init; }

    /// <summary>Prose in the pieces in which it came; pieces are only ever added, so that the browser gets each of them once.</summary>
    public ImmutableSortedDictionary<Section, ImmutableList<string>> Prose { get; init; } = ImmutableSortedDictionary<Section, ImmutableList<string>>.Empty;

    /// <summary>Sections other than prose, whole.</summary>
    public ImmutableDictionary<Section, string> Read { get; init; } = ImmutableDictionary<Section, string>.Empty;

    public static LiveStep Begin(Guid runId, RunRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new LiveStep { RunId = runId, Request = request, Phase = FirstPhase(request.Kind) };
    }

    /// <summary>The picture after one more event.</summary>
    public LiveStep After(StepEvent stepEvent, DateTimeOffset now) => stepEvent switch
    {
        StepEvent.Recalled recalled => this with { Recall = recalled.Recall },
        StepEvent.LeavingOut shorter => this with { Recall = shorter.Recall, Prompt = null, Phase = LivePhase.LeavingOut },
        StepEvent.PromptReady ready => this with { Prompt = Prompt ?? ready.Prompt, Phase = Phase == LivePhase.LeavingOut ? Phase : LivePhase.AwaitingFirstWord },
        StepEvent.Waiting waiting => Again(new LiveRetry(now + waiting.Delay, waiting.Because, waiting.Attempt)),
        StepEvent.ParagraphText text => this with { Phase = LivePhase.Writing, Retry = null, Prose = Prose.SetItem(text.Section, PiecesOf(text.Section).Add(text.Piece)) },
        StepEvent.SectionRead read => this with { Phase = LivePhase.Reading, Retry = null, Read = Read.SetItem(read.Section, read.Text) },
        StepEvent.Repairing => this with { Phase = LivePhase.Repairing },
        StepEvent.Shortening => this with { Phase = LivePhase.Shortening },
        StepEvent.Differing => this with { Phase = LivePhase.Differing },
        StepEvent.StoreWaiting waiting => this with { Phase = LivePhase.AwaitingRoom, Retry = new LiveRetry(now + waiting.Delay, waiting.Because, waiting.Attempt) },
        StepEvent.Finished => this with { Phase = LivePhase.Storing },
        _ => this,
    };

    /// <summary>The pieces of one paragraph; empty while it has none.</summary>
    public ImmutableList<string> PiecesOf(Section section) => Prose.GetValueOrDefault(section, []);

    /// <summary>Whether all that is new since an earlier picture is more prose in the paragraphs that it had.</summary>
    public bool HasOnlyGrownFrom(LiveStep earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return Prose != earlier.Prose && Prose.Keys.SequenceEqual(earlier.Prose.Keys) && this with { Prose = earlier.Prose } == earlier;
    }

    private static LivePhase FirstPhase(RunKind kind) => kind switch
    {
        RunKind.Step or RunKind.Keep => LivePhase.Recalling,
        RunKind.KeepByHand => LivePhase.Storing,
        _ => LivePhase.Preparing,
    };

    // The request is sent again from its start, so what came of the first attempt will come anew.
    private LiveStep Again(LiveRetry retry) => this with { Phase = LivePhase.AwaitingRetry, Retry = retry, Prose = Prose.Clear() };
}
