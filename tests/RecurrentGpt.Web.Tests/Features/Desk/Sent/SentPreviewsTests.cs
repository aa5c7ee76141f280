using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.Sent;
using RecurrentGpt.Web.Tests.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Sent;

/// <summary>Looks at a real desk, held against what its run then sends.</summary>
public sealed class SentPreviewsTests : IAsyncLifetime
{
    private static readonly SentChoice Plan2 = new(SentKind.NextPlan, Guid.Empty, 2, 2);

    private TestDesk _desk = null!;
    private SentPreviews _previews = null!;

    public async Task InitializeAsync()
    {
        _desk = await TestDesk.WithAStepAsync();
        _previews = new SentPreviews(new StepPreviews(_desk.Database.Store, _desk.Models, new MemoryShelf(), new RecurrenceOptions(), _desk.Database.Clock));
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Look_WhileTyping_IsWhatTheRunThenSends()
    {
        await _desk.Session.SaveSettingsAsync(_desk.View.Draft!.Story.Settings, _desk.View.Draft!.Story.Settings with { NewCharacterChance = 0 });
        _desk.View.Edits!.Memory.Type("Typed just now.\n  雪 😀 ======");
        _desk.View.Edits!.Plans[1].Type("She rows out, “alone”.");

        var look = await LookAsync(Plan2);
        _desk.Chat.Reply(Samples.StepReply);
        await _desk.Session.WritePlanAsync(1);
        await _desk.UntilDoneAsync();

        Assert.Equal(_desk.LastPrompt, look.Preview!.Prompt.User);
        Assert.Equal(_desk.Chat.Requests[^1][0].Text, look.Preview.Prompt.System.Text);
        Assert.True(RecurrentGpt.Prompts.Marks.TryRead(_desk.LastPrompt, PartNames.ShortTermMemory, out var memory));
        Assert.Equal("Typed just now.\n  雪 😀 ======", memory);
    }

    [Fact]
    public async Task Look_OwnPlanAndNewPlans_AreWhatWouldBeAskedFor()
    {
        _desk.View.Edits!.OwnPlan.Type("The ferry comes.");

        var own = await LookAsync(new SentChoice(SentKind.NextOwnPlan, Guid.Empty, 0, 0));
        var plans = await LookAsync(new SentChoice(SentKind.NextNewPlans, Guid.Empty, 0, 0));

        Assert.Contains("The ferry comes.", own.Preview!.Prompt.User, StringComparison.Ordinal);
        Assert.Equal(RunKind.NewPlans, plans.Request!.Kind);
        Assert.Empty(_desk.Chat.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Look_NewPlansWithAWish_IsWhatTheRunThenSends(int number)
    {
        _desk.View.Wish.Type("quieter,\n===== and from her side =====");
        _desk.View.Edits!.Plans[2].Type("She burns the boat.");

        var look = await LookAsync(new SentChoice(SentKind.NextNewPlans, Guid.Empty, number, number));
        _desk.Chat.Reply(Samples.StepReply[Samples.StepReply.IndexOf("Instruction 1", StringComparison.Ordinal)..]);
        await _desk.Session.WriteNewPlansAsync(number > 0 ? number : null);
        await _desk.UntilDoneAsync();

        Assert.Equal(_desk.LastPrompt, look.Preview!.Prompt.User);
        Assert.True(RecurrentGpt.Prompts.Marks.TryRead(_desk.LastPrompt, PartNames.Wish, out var wish));
        Assert.Equal("quieter,\n===== and from her side =====", wish);
        Assert.Contains("She burns the boat.", _desk.LastPrompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_MemoryThatAnotherTabChanged_ShowsNothingThatWouldNotBeSent()
    {
        var other = _desk.NewSession();
        await other.OpenAsync(_desk.StoryId);
        other.View.Edits!.Memory.Type("The other tab's.");
        await other.View.Edits!.FlushAsync();
        _desk.View.Edits!.Memory.Type("Mine.");

        var look = await LookAsync(Plan2);

        Assert.Equal((LookProblem.NotSaved, null), (look.Problem, look.Preview));
    }

    [Theory]
    [InlineData(SentKind.NextPlan, 9)]
    [InlineData(SentKind.NextOwnPlan, 0)]
    [InlineData(SentKind.Paragraph, 4)]
    public async Task Look_NothingToAskFor_SaysSo(SentKind kind, int number) =>
        Assert.Equal(LookProblem.Nothing, (await LookAsync(new SentChoice(kind, Guid.Empty, number, number))).Problem);

    [Fact]
    public async Task Look_ModelsThatCannotBeUsed_NamesTheFailure()
    {
        _desk.Models.Failure = new StepFailure(FailureKind.Unexpected);

        var look = await LookAsync(Plan2);

        Assert.Equal((LookProblem.Failed, FailureKind.Unexpected), (look.Problem, look.Failure!.Kind));
    }

    private Task<SentLook> LookAsync(SentChoice choice) => _previews.LookAsync(_desk.View, choice, CancellationToken.None);
}
