using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Features.Desk.TimeTravel;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.TimeTravel;

/// <summary>Whatever happens to a story, each of its steps can be looked at as it was: a recording made at that moment is the judge.</summary>
public sealed class AsItWasPropertyTests
{
    private const int Stories = 12;
    private const int Turns = 40;

    [Fact]
    public async Task Read_AfterRandomWritesEditsPlansMovesAndRestores_IsWhatWasRecordedWhenTheStepWasWritten()
    {
        await using var database = await TestDatabase.OpenAsync();
        var store = new TimeTravelStore(database.Services.GetRequiredService<IDbContextFactory<WritingDb>>());
        var changed = 0;
        for (var seed = 0; seed < Stories; seed++)
        {
            var story = new RecordedStory(database, new Random(seed));
            await story.LiveAsync(Turns);
            foreach (var recording in story.Steps)
            {
                changed += await CheckAsync(store, recording);
            }
        }

        // The recordings judge nothing unless the stories were changed a great deal after them.
        Assert.True(changed > Stories * 5, $"Only {changed} texts stand differently today.");
    }

    private static async Task<int> CheckAsync(TimeTravelStore store, Recording recording)
    {
        var step = recording.Step;
        var past = (await store.ReadAsync(step.Id))!;
        var draft = await store.ReadDraftAsync(step.Id, 1, int.MaxValue);

        Assert.Equal(recording.Draft, draft.Select(paragraph => paragraph.Text.Then));
        Assert.Equal(step.Paragraph, past.Paragraph.Then);
        Assert.Equal(recording.GivenMemory, past.GivenMemory?.Then ?? "");
        Assert.Equal(step.WrittenMemory, past.Memory.Then);
        Assert.Equal(recording.Plans, past.Plans.Select(plan => plan.Text.Then));
        Assert.Equal((step.Plan, step.NewCharacter, step.Settings, step.Model, step.Usage, step.Elapsed, step.WrittenAt), (past.Plan, past.NewCharacter, past.Settings, past.Model, past.Usage, past.Elapsed, past.WrittenAt));
        Assert.Equal(step.Recalled, past.Recalled);
        return draft.Count(paragraph => paragraph.Text.IsOther) + past.Plans.Count(plan => plan.Text.IsOther) + (past.Memory.IsOther ? 1 : 0);
    }
}
