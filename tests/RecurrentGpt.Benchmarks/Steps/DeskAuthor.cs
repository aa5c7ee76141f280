using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Layout;

namespace RecurrentGpt.Benchmarks.Steps;

/// <summary>Somebody at a desk without a screen: what they do goes through the same session as a page's buttons.</summary>
internal sealed class DeskAuthor : IAsyncDisposable
{
    private readonly WritingSession _session;
    private readonly StoryRunner _runner;
    private readonly Guid _storyId;

    private DeskAuthor(ServerProgram program, Guid storyId)
    {
        (_runner, _storyId) = (program.Study.Runner, storyId);
        _session = new WritingSession(
            program.Services.GetRequiredService<DraftStore>(),
            _runner,
            program.Study.Autopilots,
            program.Services.GetRequiredService<IModelSource>(),
            new NextToss(new Random(storyId.GetHashCode())),
            new TypedTexts(),
            TimeProvider.System,
            NullLogger<WritingSession>.Instance);
    }

    private IReadOnlyList<DraftParagraph> Paragraphs => _session.View.Draft!.Paragraphs;

    /// <summary>Sits down to a new story and has its opening written.</summary>
    public static async Task<DeskAuthor> BeginAsync(ServerProgram program)
    {
        var author = new DeskAuthor(program, await program.AddStoryAsync());
        await author._session.OpenAsync(author._storyId);
        await author.RunAsync(author._session.WriteOpeningAsync);
        return author;
    }

    /// <summary>Has the next paragraph written by an offered plan, counted from 0.</summary>
    public Task WriteAsync(int plan) => RunAsync(() => _session.WritePlanAsync(plan));

    /// <summary>Has the last paragraph written once more, beside the one that is there.</summary>
    public Task WriteAgainAsync() => RunAsync(_session.WriteAgainAsync);

    public Task UndoAsync() => _session.UndoAsync();

    /// <summary>Goes back to an earlier paragraph, from which the next one will be a branch.</summary>
    public Task GoBackAsync(int paragraphs) => _session.GoAsync(Paragraphs[^(paragraphs + 1)].StepId);

    /// <summary>Changes words of an earlier paragraph, which is then read again.</summary>
    public Task EditAsync(int paragraphsBack)
    {
        var paragraph = Paragraphs[^(paragraphsBack + 1)];
        return RunAsync(() => _session.SaveParagraphAsync(new ParagraphEdit(paragraph, $"{paragraph.Text} Nobody had counted on the frost of that night.")));
    }

    /// <summary>Changes the plan before it is followed.</summary>
    public void EditPlan(int plan) => _session.View.Edits!.Plans[plan].Type($"{_session.View.Edits.Plans[plan].Text} It is still raining.");

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    // What is done starts a run; it is over when the desk has shown its end.
    private async Task RunAsync(Func<Task> act)
    {
        StoryRun? started = null;
        using var watching = _runner.Subscribe(run => started = run);
        await act();
        var result = await (started ?? throw new InvalidOperationException($"Nothing was begun: {_session.View.Outcome}")).Completion;
        _ = result.State == RunState.Done ? result : throw new InvalidOperationException($"It was not written: {result.Failure}");
        await UntilAsync(() => _session.View is { CanWrite: true, Outcome: not null });
    }

    private async Task UntilAsync(Func<bool> isReached)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watching = _session.Subscribe(Look);
        Look();
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(30));

        void Look()
        {
            if (isReached())
            {
                reached.TrySetResult();
            }
        }
    }
}
