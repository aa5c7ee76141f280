using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Features.Desk.Rewrite;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Tests.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Rewrite;

/// <summary>Rewriting from the desk: asked, proposed, taken or dropped, and what the next step is sent after it.</summary>
public sealed class RewriteSessionTests
{
    private const string Words = "climbed down to the black shore";

    [Fact]
    public async Task Rewrite_Taken_IsWhatTheNextStepSends()
    {
        await using var desk = await ProposedAsync();
        await desk.Session.SaveSettingsAsync(desk.View.Draft!.Story.Settings, new StorySettings { RereadsEdits = false });
        var head = desk.View.Draft!.Paragraphs[^1];
        desk.Chat.Reply(Samples.StepReply);

        await desk.Session.SaveParagraphAsync(new ParagraphEdit(head, $"She {Words}.") { TakenFrom = Open(desk).Proposed!.RunId });
        Assert.Empty(desk.View.Draft!.Rewritings);
        await desk.Session.WritePlanAsync(0);
        await desk.UntilAsync(view => view is { IsRunning: false, IsBusy: false, Draft.Head.Number: 5 });

        Assert.Contains($"She {Words}.", desk.LastPrompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rewrite_Taken_IsReadAgainAsAnyEditIs()
    {
        await using var desk = await ProposedAsync();
        desk.Chat.Reply("Paragraph Summary:\nShe climbs down.\n\nRationale:\nThe shore.\n\nUpdated Memory:\nShe is on the shore.");

        await desk.Session.SaveParagraphAsync(new ParagraphEdit(desk.View.Draft!.Paragraphs[^1], $"She {Words}.") { TakenFrom = Open(desk).Proposed!.RunId });
        await desk.UntilAsync(view => view is { IsRunning: false, Outcome.Kind: OutcomeKind.Reread });

        Assert.Equal("She climbs down.", desk.View.Draft!.Head!.Summary);
        Assert.Empty(desk.View.Draft.Rewritings);
    }

    [Fact]
    public async Task Rewrite_Dropped_IsInNoLaterRequest()
    {
        await using var desk = await ProposedAsync();
        desk.Chat.Reply(Samples.StepReply);
        var before = desk.View.Draft!.Paragraphs[^1];

        await desk.Session.DropRewriteAsync(Open(desk).Proposed!.RunId);
        Assert.Equal(before, desk.View.Draft!.Paragraphs[^1]);
        await desk.Session.WritePlanAsync(0);
        await desk.UntilAsync(view => view is { IsRunning: false, IsBusy: false, Draft.Head.Number: 5 });

        Assert.Contains("She went down to the shore.", desk.LastPrompt, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, desk.LastPrompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rewrite_Running_WorksBesideTheStoryAndStops()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.Chat.Open();

        await desk.Session.RunAsync(view => Passage(view).ToRequest(view, "tighter"));
        Assert.Null(desk.View.LiveStory);
        Assert.True(desk.View.IsRunning);
        await desk.Session.StopAsync();
        await desk.UntilDoneAsync();

        Assert.Equal(OutcomeKind.AsideStopped, desk.View.Outcome!.Kind);
        Assert.Empty(desk.View.Draft!.Rewritings);
        Assert.Equal("She went down to the shore.", desk.View.Draft.Paragraphs[^1].Text);
    }

    [Fact]
    public async Task Rewrite_Failed_IsToldAtTheParagraphAndCanBeAskedAgain()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.Chat.Fail(new StepFailure(FailureKind.Unauthorized)).Reply($"Rewritten Passage:\n{Words}");

        await desk.Session.RunAsync(view => Passage(view).ToRequest(view, "tighter"));
        await desk.UntilDoneAsync();
        var failed = Open(desk).Failed!;
        await desk.Session.RunAsync(_ => failed.Request);
        await desk.UntilAsync(view => view is { IsRunning: false, Outcome.Kind: OutcomeKind.Rewritten });

        Assert.Equal(FailureKind.Unauthorized, failed.Failure!.Kind);
        Assert.Null(Open(desk).Failed);
        Assert.Equal(Words, Open(desk).Proposed!.After);
    }

    private static async Task<TestDesk> ProposedAsync()
    {
        var desk = await TestDesk.WithAStepAsync();
        desk.Chat.Reply($"Rewritten Passage:\n{Words}");
        await desk.Session.RunAsync(view => Passage(view).ToRequest(view, "darker"));
        await desk.UntilDoneAsync();
        Assert.Equal(OutcomeKind.Rewritten, desk.View.Outcome!.Kind);
        return desk;
    }

    private static Rewriting Open(TestDesk desk) => desk.View.Draft!.Rewritings[desk.View.Draft.Paragraphs[^1].StepId];

    private static ChosenPassage Passage(DeskView view) => new(view.Draft!.Paragraphs[^1], "She ".Length, "went down to the shore".Length);
}
