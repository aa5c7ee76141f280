using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Tests.Tree;

/// <summary>Stores what a run would write, as the runner does, and tells the plain story the same.</summary>
internal sealed class TreeWriting(TreeDesk desk, PlainStory story, Guid storyId)
{
    public async Task WriteAsync(PlainStep parent, Plan plan, TreeMove move)
    {
        var writing = new PlainWriting(
            desk.NewId(),
            plan.Text,
            plan.Source.ToString(),
            $"Paragraph {move.Number}, {Words(move.Second)}",
            Remember(parent, move),
            $"Summary {move.Number}.",
            [.. Enumerable.Range(1, 3).Select(number => $"Plan {number} of {move.Number}.")]);
        await CommitAsync(new RunRequest(storyId, RunKind.Step) { ParentId = parent.Id, Plan = plan }, new StoryChange { Steps = [writing.ToStep() with { LockedSentences = parent.LockedSentences }], Exchanges = [] });
        story.Write(parent, writing);
    }

    public async Task OfferPlansAsync(PlainStep step, TreeMove move)
    {
        int? number = move.First % 2 == 0 ? null : (move.First % 3) + 1;
        var texts = Enumerable.Range(1, 3).Where(plan => plan == (number ?? plan)).ToDictionary(plan => plan, plan => $"New plan {plan} of {move.Number}.");
        await CommitAsync(new RunRequest(storyId, RunKind.NewPlans) { ParentId = step.Id, PlanNumber = number }, new StoryChange { Plans = texts, Exchanges = [] });
        PlainStory.OfferPlans(step, texts);
    }

    public async Task RereadAsync(PlainStep step, TreeMove move)
    {
        var request = new RunRequest(storyId, RunKind.Reread) { ParentId = step.Id, HeadId = story.Head.Id, Text = "Before." };
        var summary = move.Second % 5 == 0 ? step.Entry.Text : $"Summary anew {move.Number}.";
        await CommitAsync(request, new StoryChange { Summary = new NewSummary(summary, step.Paragraph.Version), Exchanges = [] });
        PlainStory.Reread(step, summary);
    }

    /// <summary>While a run goes on the story stays where it is; stopped, it leaves the story as it was.</summary>
    public async Task StopAsync(TreeMove move)
    {
        var runId = desk.NewId();
        var request = new RunRequest(storyId, RunKind.Step) { ParentId = story.Head.Id, Plan = new Plan("To be stopped.", PlanSource.Own) };
        Assert.NotNull(await desk.Database.Store.ClaimAsync(runId, request, CancellationToken.None));
        Assert.Null(await desk.Database.Store.ClaimAsync(desk.NewId(), request, CancellationToken.None));
        Assert.False(await desk.Database.Drafts.UndoAsync(storyId));
        Assert.False(await desk.Database.Drafts.RedoAsync(storyId));
        Assert.False(await desk.Database.Drafts.GoAsync(storyId, move.Pick(story.Places).Id));
        await desk.Database.Store.EndAsync(runId, new RunEnd(RunState.Stopped, null, "Half a sentence"), CancellationToken.None);
    }

    // The model keeps, drops or rewords what it was given; what is locked of it is put back as the writer of a step does.
    private static string Remember(PlainStep parent, TreeMove move)
    {
        var given = PlainText.Sentences(parent.Memory.Text);
        var kept = given.Where((_, index) => ((move.Second >> index) & 1) == 0).Select(sentence => move.First % 4 == 0 ? $"Again {sentence}" : sentence);
        var written = string.Join(' ', [.. kept.TakeLast(8), $"Memory {move.Number}."]);
        var memory = LockedMemory.Keep(parent.Memory.Text, written, parent.LockedSentences);

        Assert.All(parent.LockedSentences, sentence => Assert.Contains(sentence, PlainText.Sentences(memory)));
        return memory;
    }

    private async Task CommitAsync(RunRequest request, StoryChange change) => await desk.Database.CommitAsync(request, change);

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("word", (count % 7) + 1));
}
