using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.TimeTravel;

/// <summary>What stood at the moment when a step was stored, written down then.</summary>
internal sealed record Recording(Step Step, IReadOnlyList<string> Draft, string GivenMemory, IReadOnlyList<string> Plans);

/// <summary>A story to which random things happen, with a recording of each step made as it is written.</summary>
internal sealed class RecordedStory(TestDatabase database, Random die)
{
    private readonly List<Recording> _steps = [];
    private Guid _storyId;

    public IReadOnlyList<Recording> Steps => _steps;

    public async Task LiveAsync(int length)
    {
        _storyId = (await database.AddStoryAsync()).Id;
        var opening = await database.AddOpeningAsync(_storyId);
        for (var count = 1; count <= opening.Count; count++)
        {
            Record(opening[count - 1], [.. opening.Take(count).Select(step => step.Paragraph)], "");
        }

        for (var turn = 0; turn < length; turn++)
        {
            database.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await TurnAsync(turn);
        }
    }

    private Task TurnAsync(int turn) => die.Next(9) switch
    {
        <= 2 => WriteAsync(turn),
        3 => EditAsync($"Edited in turn {turn}."),
        4 => RestoreAsync(),
        5 => EditMemoryAsync($"Memory by hand in turn {turn}."),
        6 => EditPlanAsync($"A plan by hand in turn {turn}."),
        7 => AskForPlansAsync(turn),
        _ => MoveAsync(),
    };

    private async Task WriteAsync(int turn)
    {
        var parent = await HeadAsync();
        var plan = new Plan($"Plan of turn {turn}.", (PlanSource)die.Next(1, 5));
        var isByHand = die.Next(4) == 0;
        var written = Written.Step($"Paragraph of turn {turn}.") with { Plan = plan, SentMemory = parent.ShortTermMemory, Plans = isByHand ? [] : [$"A {turn}.", $"B {turn}.", $"C {turn}."] };
        var kind = isByHand ? RunKind.KeepByHand : RunKind.Step;
        var steps = await database.CommitAsync(new RunRequest(_storyId, kind) { ParentId = parent.Id, Plan = plan, Text = isByHand ? written.Paragraph : "" }, Written.Change(written));
        var draft = (await database.Drafts.ReadAsync(_storyId))!.Paragraphs;
        Record(steps.Single(), [.. draft.Select(paragraph => paragraph.Text)], parent.ShortTermMemory);
    }

    private async Task EditAsync(string text)
    {
        var step = await AnyAsync();
        Assert.True((await database.Drafts.SaveParagraphAsync(step.Id, text, step.Version)).Saved);
    }

    private async Task RestoreAsync()
    {
        var step = await AnyAsync();
        await using var db = database.Read();
        var texts = await db.Revisions.Where(revision => revision.StepId == step.Id).Select(revision => revision.Text).ToListAsync();
        if (texts.Count > 0)
        {
            Assert.True((await database.Drafts.SaveParagraphAsync(step.Id, texts[die.Next(texts.Count)], step.Version)).Saved);
        }
    }

    private async Task EditMemoryAsync(string text)
    {
        var head = await HeadAsync();
        Assert.True((await database.Drafts.SaveMemoryAsync(head.Id, text, head.MemoryVersion)).Saved);
    }

    private async Task EditPlanAsync(string text)
    {
        var head = await HeadAsync();
        if (head.Plans.Count > 0)
        {
            Assert.True((await database.Drafts.SavePlanAsync(head.Id, head.Plans[die.Next(head.Plans.Count)].Number, text, head.PlansVersion)).Saved);
        }
    }

    private async Task AskForPlansAsync(int turn)
    {
        var head = await HeadAsync();
        var plans = new Dictionary<int, string> { [die.Next(1, 4)] = $"New in turn {turn}." };
        await database.CommitAsync(new RunRequest(_storyId, RunKind.NewPlans) { ParentId = head.Id }, new StoryChange { Plans = plans, Exchanges = [] });
    }

    private async Task MoveAsync() => await database.Drafts.GoAsync(_storyId, (await AnyAsync()).Id);

    private async Task<Step> HeadAsync() => (await database.Drafts.ReadAsync(_storyId))!.Head!;

    private async Task<Step> AnyAsync() => (await database.Store.FindStepAsync(_steps[die.Next(_steps.Count)].Step.Id, default))!;

    private void Record(Step step, IReadOnlyList<string> draft, string givenMemory) =>
        _steps.Add(new Recording(step, draft, givenMemory, [.. step.Plans.Select(plan => plan.Text)]));
}
