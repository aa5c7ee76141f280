using RecurrentGpt.FakeModel;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Faults.Server;

/// <summary>One way in which a model's server fails, and what the desk has to make of it.</summary>
/// <param name="Name">What the server does.</param>
/// <param name="Break">Makes it do so for the next run.</param>
internal sealed record FaultRow(string Name, Func<WritingWorld, Task> Break)
{
    /// <summary>How the run fails; null when it has to go well all the same, or to be stopped.</summary>
    public FailureKind? Failure { get; init; }

    /// <summary>How the run ends.</summary>
    public RunState Ends => Failure is not null ? RunState.Failed : IsStopped ? RunState.Stopped : RunState.Done;

    public int MostRequests { get; init; } = 1;

    /// <summary>Whether prose has come that is to be offered.</summary>
    public bool OffersPartial { get; init; }

    /// <summary>Words that the message has to hold, in English.</summary>
    public string Says { get; init; } = "";

    /// <summary>What a step that went well has to tell; null for nothing.</summary>
    public StepNotice? Notice { get; init; }

    /// <summary>Done while the run is under way.</summary>
    public Func<StoryRun, Task>? During { get; init; }

    /// <summary>Whether <see cref="During"/> stops the run.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Whether it takes seconds, so that it goes beside the others.</summary>
    public bool IsSlow { get; init; }

    /// <summary>Done before the step is tried again; null for nothing.</summary>
    public Func<WritingWorld, Task>? Mend { get; init; }

    /// <summary>The next chat requests get these replies, in order.</summary>
    public static FaultRow Of(string name, params FakeReply[] replies) => new(name, world =>
    {
        Array.ForEach(replies, world.Model.Enqueue);
        return Task.CompletedTask;
    });

    /// <summary>The next embedding requests get these answers, in order: the first is the plan's, the second the summary's.</summary>
    public static FaultRow Embedding(string name, params FakeEmbeddings[] answers) => new(name, world =>
    {
        Array.ForEach(answers, world.Model.Enqueue);
        return Task.CompletedTask;
    })
    {
        Notice = StepNotice.NotIndexed,
    };
}
