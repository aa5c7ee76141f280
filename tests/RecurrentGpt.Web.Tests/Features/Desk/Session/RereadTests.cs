using RecurrentGpt.Prompts;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Features.Desk.Session;
using PromptMarks = RecurrentGpt.Prompts.Marks;

namespace RecurrentGpt.Web.Tests.Features.Desk.Session;

/// <summary>An edit is saved at once; what it brings with it goes on beside the desk.</summary>
public sealed class RereadTests
{
    private const string Reply = "Paragraph Summary:\nShe climbs the tower.\n\nRationale:\nThe tower.\n\nUpdated Memory:\nShe is on the tower.";

    [Fact]
    public async Task Save_OtherWords_ReadsTheParagraphAgainAndProposesOnly()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var memory = desk.View.Edits!.Memory.Text;
        desk.Chat.Reply(Reply);

        await SaveAsync(desk, 4, "She climbed the tower.");
        await desk.UntilAsync(view => view.Outcome?.Kind == OutcomeKind.Reread);

        Assert.Single(desk.Chat.Requests);
        Assert.Contains("She went down to the shore.", desk.LastPrompt, StringComparison.Ordinal);
        Assert.Equal(memory, desk.View.Edits!.Memory.Text);
        Assert.Equal("She is on the tower.", Assert.Single(desk.View.Draft!.Proposals).Written);
        Assert.False(desk.View.Draft.Paragraphs[3].IsSummaryOutdated);
        Assert.Equal("She climbs the tower.", desk.View.Draft.Head!.Summary);
    }

    [Fact]
    public async Task Save_OnlyPunctuation_AsksNothing()
    {
        await using var desk = await TestDesk.WithAStepAsync();

        await SaveAsync(desk, 4, "She went down, to the shore!");

        Assert.Empty(desk.Chat.Requests);
        Assert.False(desk.View.IsRunning);
        Assert.Equal(OutcomeKind.ParagraphSaved, desk.View.Outcome?.Kind);
    }

    [Fact]
    public async Task Save_SwitchedOff_AsksNothingUntilTheAuthorWants()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        await desk.Session.SaveSettingsAsync(desk.View.Draft!.Story.Settings, new StorySettings { RereadsEdits = false });

        await SaveAsync(desk, 4, "She climbed the tower.");
        var (asked, isOutdated) = (desk.Chat.Requests.Count, desk.View.Draft!.Paragraphs[3].IsSummaryOutdated);
        desk.Chat.Reply(Reply);
        await desk.Session.RereadAsync(desk.View.Draft.Paragraphs[3].StepId);
        await desk.UntilAsync(view => view.Outcome?.Kind == OutcomeKind.Reread);

        Assert.Equal((0, true), (asked, isOutdated));
        Assert.Single(desk.Chat.Requests);
        Assert.False(desk.View.Draft!.Paragraphs[3].IsSummaryOutdated);
    }

    [Fact]
    public async Task Save_WhileAnotherIsRead_IsSavedAtOnceAndReadAfterwards()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var first = desk.Chat.Open();
        await SaveAsync(desk, 4, "She climbed the tower.");
        desk.Chat.Reply(Reply);

        var result = await SaveAsync(desk, 3, "Somebody had come.");
        var isStillRead = desk.View.IsRunning;
        await first.WriteAsync(Reply);
        first.Complete();
        await desk.UntilAsync(view => desk.Chat.Requests.Count == 2 && view is { IsRunning: false, IsBusy: false });

        Assert.True(result!.Saved);
        Assert.True(isStillRead);
        Assert.Equal("Somebody had come.", desk.View.Draft!.Paragraphs[2].Text);
        Assert.All(desk.View.Draft.Paragraphs, paragraph => Assert.False(paragraph.IsSummaryOutdated));
        Assert.Equal([3, 4], desk.View.Draft.Proposals.Select(proposal => proposal.Paragraph));
    }

    [Fact]
    public async Task Save_TheParagraphThatIsBeingRead_StopsThatAndReadsTheNewText()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        _ = desk.Chat.Open();
        await SaveAsync(desk, 4, "She climbed the tower.");
        desk.Chat.Reply(Reply);

        var result = await SaveAsync(desk, 4, "She climbed the old tower.");
        await desk.UntilAsync(view => view.Outcome?.Kind == OutcomeKind.Reread);

        Assert.True(result!.Saved);
        Assert.True(PromptMarks.TryRead(desk.LastPrompt, PartNames.EditedParagraph, out var now));
        Assert.True(PromptMarks.TryRead(desk.LastPrompt, PartNames.OlderParagraph, out var older));
        Assert.Equal(("She went down to the shore.", "She climbed the old tower."), (older, now));
    }

    [Fact]
    public async Task Type_WhileItIsRead_StaysInTheBoxAndIsSaved()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var reply = desk.Chat.Open();
        await SaveAsync(desk, 4, "She climbed the tower.");

        desk.View.Edits!.Memory.Type("Nobody knows.");
        await reply.WriteAsync(Reply);
        reply.Complete();
        await desk.UntilAsync(view => view.Outcome?.Kind == OutcomeKind.Reread);

        Assert.Equal("Nobody knows.", desk.View.Edits!.Memory.Text);
        Assert.Equal("Nobody knows.", desk.View.Draft!.Head!.ShortTermMemory);
    }

    [Fact]
    public async Task Stop_WhileItIsRead_LeavesTheEditAndTheEntryOutdated()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        _ = desk.Chat.Open();
        await SaveAsync(desk, 4, "She climbed the tower.");

        await desk.Session.StopAsync();
        await desk.UntilDoneAsync();

        Assert.Equal(OutcomeKind.AsideStopped, desk.View.Outcome?.Kind);
        Assert.Equal("She climbed the tower.", desk.View.Draft!.Head!.Paragraph);
        Assert.True(desk.View.Draft.Paragraphs[3].IsSummaryOutdated);
        Assert.Null(desk.View.Leftover);
    }

    [Fact]
    public async Task FindFitting_Marked_TakesTheMarkAway()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        await desk.Session.SaveSettingsAsync(desk.View.Draft!.Story.Settings, new StorySettings { RereadsEdits = false });
        desk.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await SaveAsync(desk, 3, "Somebody had come.");
        var against = desk.View.Draft!.Paragraphs[3].WrittenAgainst;
        desk.Database.Clock.Advance(TimeSpan.FromMinutes(1));

        await desk.Session.FindFittingAsync(desk.View.Draft.Paragraphs[3].StepId);

        Assert.Equal([3], against);
        Assert.Empty(desk.View.Draft!.Paragraphs[3].WrittenAgainst);
        Assert.Equal(OutcomeKind.FoundFitting, desk.View.Outcome?.Kind);
    }

    private static Task<SaveResult?> SaveAsync(TestDesk desk, int number, string text) =>
        desk.Session.SaveParagraphAsync(new ParagraphEdit(desk.View.Draft!.Paragraphs[number - 1], text));
}
