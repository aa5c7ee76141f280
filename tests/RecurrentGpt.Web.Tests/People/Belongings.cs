using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.People;

/// <summary>What somebody has, by which it can be asked for: a story with an opening and two steps, a run that goes on, and an unattended run that is held.</summary>
internal sealed record Belongings
{
    public required Story Story { get; init; }

    public required Step Head { get; init; }

    public required Guid RunId { get; init; }

    public required AutopilotRecord Autopilot { get; init; }

    /// <param name="page">A page of whoever has it.</param>
    /// <param name="isBeingWritten">Whether a run goes on; much is refused for everybody while one does.</param>
    public static async Task<Belongings> MakeAsync(IServiceProvider page, bool isBeingWritten)
    {
        var store = page.GetRequiredService<IStoryStore>();
        var card = new StoryCard { Title = "Before", Genre = "Mystery", Premise = "A lamp lights by itself.", Kind = StoryKind.InteractiveFiction };
        var story = await page.GetRequiredService<StoryLibrary>().CreateAsync(card, new StorySettings());
        var (steps, runId) = await CommitAsync(store, new RunRequest(story.Id, RunKind.Opening), Written.Opening());
        var head = steps[^1];
        foreach (var paragraph in new[] { "She went down.", "She came back." })
        {
            var plan = new Plan(head.Plans[0].Text, PlanSource.Picked);
            (steps, runId) = await CommitAsync(
                store, new RunRequest(story.Id, RunKind.Step) { ParentId = head.Id, Plan = plan }, Written.Change(Written.Step(paragraph) with { Plan = plan }));
            head = steps[^1];
        }

        // A text that was edited, and a step that was undone: there is something to bring back, and to redo.
        var drafts = page.GetRequiredService<DraftStore>();
        await drafts.SaveParagraphAsync(head.Id, "She came back late.", head.Version);
        await drafts.UndoAsync(story.Id);
        var autopilot = new AutopilotRecord
        {
            Id = Guid.CreateVersion7(),
            StoryId = story.Id,
            Order = new AutopilotOrder(),
            State = AutopilotState.Paused,
            StartedAt = story.CreatedAt,
        };
        await page.GetRequiredService<IAutopilotStore>().BeginAsync(autopilot, CancellationToken.None);
        if (isBeingWritten)
        {
            runId = Guid.CreateVersion7();
            await store.ClaimAsync(runId, new RunRequest(story.Id, RunKind.Step) { ParentId = head.Id, Plan = new Plan("Wait.", PlanSource.Own) }, CancellationToken.None);
        }

        return new Belongings { Story = (await store.FindStoryAsync(story.Id, CancellationToken.None))!, Head = head, RunId = runId, Autopilot = autopilot };
    }

    /// <summary>The same shape with ids that nobody has.</summary>
    public Belongings OfNobody()
    {
        var storyId = Guid.CreateVersion7();
        return new Belongings
        {
            Story = Story with { Id = storyId, HeadId = Guid.CreateVersion7() },
            Head = Head with { Id = Guid.CreateVersion7(), StoryId = storyId, ParentId = Guid.CreateVersion7(), RunId = Guid.CreateVersion7() },
            RunId = Guid.CreateVersion7(),
            Autopilot = Autopilot with { Id = Guid.CreateVersion7(), StoryId = storyId },
        };
    }

    private static async Task<(IReadOnlyList<Step> Steps, Guid RunId)> CommitAsync(IStoryStore store, RunRequest request, StoryChange change)
    {
        var runId = Guid.CreateVersion7();
        _ = await store.ClaimAsync(runId, request, CancellationToken.None) ?? throw new InvalidOperationException("The story is being written.");
        return ((await store.CommitAsync(runId, change, CancellationToken.None)).Steps, runId);
    }
}
