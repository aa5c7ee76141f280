using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Features.Desk.Plans;
using RecurrentGpt.Web.Features.Desk.Prompts;
using RecurrentGpt.Web.Features.Desk.Sent;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Tests.Features.Desk.Session;

public sealed class WritingSessionTests
{
    private const string HalfReply = "Output Paragraph:\nMara pulled the rope. It came up wet, and";

    [Fact]
    public async Task Open_NoSuchStory_IsNotFound()
    {
        await using var desk = await TestDesk.EmptyAsync();

        await desk.Session.OpenAsync(Guid.NewGuid());

        Assert.Equal(DeskState.NotFound, desk.View.State);
    }

    [Fact]
    public async Task Type_TheProgramIsToldToEnd_IsStoredWithoutThePauseOfTheOneWhoTypes()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.View.Edits!.Memory.Type("Nobody knows of the knot.");

        await desk.Typed.StoreAsync();

        Assert.Equal("Nobody knows of the knot.", (await desk.Database.Drafts.ReadAsync(desk.StoryId))!.Head!.ShortTermMemory);
    }

    [Fact]
    public async Task WriteOpening_Premise_LaysThreeParagraphsAndThreePlansOnTheDesk()
    {
        await using var desk = await TestDesk.EmptyAsync();
        desk.Chat.Reply(Samples.OpeningReply);

        await desk.Session.WriteOpeningAsync();
        await desk.UntilDoneAsync();

        Assert.Equal(OutcomeKind.OpeningWritten, desk.View.Outcome?.Kind);
        Assert.Equal([1, 2, 3], desk.View.Draft!.Paragraphs.Select(paragraph => paragraph.Number));
        Assert.Equal(3, desk.View.Edits!.Plans.Count);
        Assert.Equal("Mara keeps the orchard. One tree is gone, and the hole is deep.", desk.View.Edits.Memory.Text);
    }

    [Fact]
    public async Task WritePlan_TypedAMomentAgo_SendsExactlyWhatIsOnTheScreen()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.Chat.Reply(Samples.StepReply);
        desk.View.Edits!.Memory.Type("Nobody knows of the knot.");
        desk.View.Edits.Plans[1].Type("She rows out at night.");

        await desk.Session.WritePlanAsync(1);
        await desk.UntilDoneAsync();

        Assert.Contains("Nobody knows of the knot.", desk.LastPrompt, StringComparison.Ordinal);
        Assert.Contains("She rows out at night.", desk.LastPrompt, StringComparison.Ordinal);
        Assert.Equal(new Plan("She rows out at night.", PlanSource.Edited), desk.View.Draft!.Head!.Plan);
        Assert.Equal(5, desk.View.Draft.Head.Number);
    }

    [Fact]
    public async Task WritePlan_Stored_UsesTheTossThatWasShownAndMakesANewOne()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.Chat.Reply(Samples.StepReply);
        var shown = desk.View.Toss;

        await desk.Session.WritePlanAsync(0);
        await desk.UntilDoneAsync();

        var request = await desk.LastRequestAsync();
        Assert.Equal(shown, request.Toss);
        Assert.NotEqual(shown, desk.View.Toss);
        Assert.Equal(shown < new StorySettings().NewCharacterChance, desk.View.Draft!.Head!.NewCharacter);
    }

    [Fact]
    public async Task WritePlan_Failed_KeepsTheTossForTheNextTry()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.Chat.Fail(new StepFailure(FailureKind.Unauthorized)).Reply(Samples.StepReply);
        var shown = desk.View.Toss;
        await desk.Session.WritePlanAsync(0);
        await desk.UntilDoneAsync();
        var kept = desk.View.Toss;

        await desk.Session.TryAgainAsync();
        await desk.UntilDoneAsync();

        Assert.Equal(shown, kept);
        Assert.Equal(shown, (await desk.LastRequestAsync()).Toss);
    }

    [Fact]
    public async Task WritePlan_WhatTheBoxesHeld_IsStoredWithTheRun()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.Chat.Reply(Samples.StepReply);
        desk.View.Edits!.Memory.Type("Nobody knows of the knot.");
        desk.View.Edits.Plans[1].Type("She rows out at night.");

        await desk.Session.WritePlanAsync(1);
        await desk.UntilDoneAsync();

        Assert.Equal(new HeldTexts("Nobody knows of the knot.", "She rows out at night.", "She went down to the shore."), (await desk.LastRequestAsync()).Held);
    }

    [Fact]
    public async Task WriteOwnPlan_Typed_IsFollowed()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.Chat.Reply(Samples.StepReply);
        desk.View.Edits!.OwnPlan.Type("It begins to rain.");

        await desk.Session.WriteOwnPlanAsync();
        await desk.UntilDoneAsync();

        Assert.Equal(new Plan("It begins to rain.", PlanSource.Own), desk.View.Draft!.Head!.Plan);
    }

    [Fact]
    public async Task WritePlan_TwiceAtOnce_StartsOneRun()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var reply = desk.Chat.Open();

        await Task.WhenAll(desk.Session.WritePlanAsync(0), desk.Session.WritePlanAsync(1));
        await desk.Session.WritePlanAsync(2);
        await reply.WriteAsync(Samples.StepReply);
        reply.Complete();
        await desk.UntilDoneAsync();

        Assert.Single(desk.Chat.Requests);
        Assert.Equal(5, desk.View.Draft!.Paragraphs.Count);
    }

    [Fact]
    public async Task Stop_InTheMiddle_LeavesTheStoryAndOffersTheProse()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var before = desk.View.Draft!.Head!.Id;
        await WriteHalfAsync(desk);

        await desk.Session.StopAsync();
        await desk.UntilDoneAsync();

        Assert.Equal(OutcomeKind.Stopped, desk.View.Outcome?.Kind);
        Assert.Equal(before, desk.View.Draft!.Head!.Id);
        Assert.StartsWith("Mara pulled the rope.", desk.View.Leftover?.Partial, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeepLeftover_Stopped_MakesItTheNextParagraph()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        await WriteHalfAsync(desk);
        await desk.Session.StopAsync();
        await desk.UntilDoneAsync();
        var kept = desk.View.Leftover!.Partial;
        desk.Chat.Reply(Samples.StepReply);

        await desk.Session.KeepLeftoverAsync();
        await desk.UntilDoneAsync();

        Assert.Equal(kept, desk.View.Draft!.Paragraphs[^1].Text);
        Assert.Equal(5, desk.View.Draft.Paragraphs.Count);
        Assert.Null(desk.View.Leftover);
    }

    [Fact]
    public async Task KeepLeftoverByHand_Stopped_MakesItTheNextParagraphAndAsksForNothing()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var before = desk.View.Draft!.Head!;
        await WriteHalfAsync(desk);
        await desk.Session.StopAsync();
        await desk.UntilDoneAsync();
        var left = desk.View.Leftover!;

        await desk.Session.KeepLeftoverByHandAsync();
        await desk.UntilDoneAsync();

        var head = desk.View.Draft!.Head!;
        Assert.Equal(OutcomeKind.KeptByHand, desk.View.Outcome?.Kind);
        Assert.Equal((5, left.Partial, before.ShortTermMemory), (head.Number, head.Paragraph, head.ShortTermMemory));
        Assert.Empty(head.Plans);
        Assert.Single(desk.Chat.Requests);
        Assert.Null(desk.View.Leftover);
    }

    [Fact]
    public async Task KeepLeftoverByHand_Stopped_LetsTheReplyThatItCameFromBeRead()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        await WriteHalfAsync(desk);
        await desk.Session.StopAsync();
        await desk.UntilDoneAsync();

        await desk.Session.KeepLeftoverByHandAsync();
        await desk.UntilDoneAsync();

        var sent = await new SentStore(desk.Database.Services.GetRequiredService<IDbContextFactory<WritingDb>>()).ReadAsync(desk.View.Draft!.Head!.RunId);
        Assert.Equal([HalfReply], sent!.Exchanges.Select(exchange => exchange.Reply));
    }

    [Fact]
    public async Task KeepLeftoverByHand_Undone_OffersTheSameNoMore()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        await WriteHalfAsync(desk);
        await desk.Session.StopAsync();
        await desk.UntilDoneAsync();
        await desk.Session.KeepLeftoverByHandAsync();
        await desk.UntilDoneAsync();

        await desk.Session.UndoAsync();

        Assert.Equal(4, desk.View.Draft!.Head!.Number);
        Assert.Null(desk.View.Leftover);
    }

    [Fact]
    public async Task KeepLeftoverByHand_OfAParagraphWrittenAgain_SettlesIt()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var first = desk.View.Draft!.Head!;
        await WriteHalfAsync(desk, desk.Session.WriteAgainAsync);
        await desk.Session.StopAsync();
        await desk.UntilDoneAsync();

        await desk.Session.KeepLeftoverByHandAsync();
        await desk.UntilDoneAsync();

        Assert.Equal((4, first.ParentId), (desk.View.Draft!.Head!.Number, desk.View.Draft.Head.ParentId));
        Assert.NotEqual(first.Id, desk.View.Draft.Head.Id);
        Assert.Null(desk.View.Leftover);
    }

    [Fact]
    public async Task DropLeftover_Stopped_OffersItNoMore()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        await WriteHalfAsync(desk);
        await desk.Session.StopAsync();
        await desk.UntilDoneAsync();

        await desk.Session.DropLeftoverAsync();

        Assert.Null(desk.View.Leftover);
        Assert.Equal(OutcomeKind.Dropped, desk.View.Outcome?.Kind);
    }

    [Fact]
    public async Task WritePlan_ModelFails_SaysWhyAndCanBeTriedAgain()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.Chat.Fail(new StepFailure(FailureKind.Unauthorized));
        await desk.Session.WritePlanAsync(0);
        await desk.UntilDoneAsync();
        var failed = desk.View;
        desk.Chat.Reply(Samples.StepReply);

        await desk.Session.TryAgainAsync();
        await desk.UntilDoneAsync();

        Assert.Equal((OutcomeKind.Failed, FailureKind.Unauthorized), (failed.Outcome!.Kind, failed.Outcome.Failure!.Kind));
        Assert.Equal(4, failed.Draft!.Paragraphs.Count);
        Assert.Equal(5, desk.View.Draft!.Paragraphs.Count);
    }

    [Fact]
    public async Task WritePlan_SettingsCannotBeUsed_SaysWhy()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.Models.Failure = new StepFailure(FailureKind.NotFound);

        await desk.Session.WritePlanAsync(0);

        Assert.Equal(FailureKind.NotFound, desk.View.Outcome?.Failure?.Kind);
        Assert.True(desk.View.CanWrite);
    }

    [Fact]
    public async Task Leave_AnotherPageHasOpenedTheStory_StaysOpenForThat()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        object old = new(), next = new();
        await desk.Session.OpenAsync(desk.StoryId, old);
        await desk.Session.OpenAsync(desk.StoryId, next);

        await desk.Session.LeaveAsync(old);
        var shown = desk.View.State;
        await desk.Session.LeaveAsync(next);

        Assert.Equal((DeskState.Ready, DeskState.Loading), (shown, desk.View.State));
    }

    [Fact]
    public async Task Leave_AnotherPageOpensTheStoryMeanwhile_StaysOpenForThat()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        object old = new(), next = new();
        using var isOpened = new ManualResetEventSlim();
        desk.Models.Asked = token => token.Register(isOpened.Wait);
        await desk.Session.OpenAsync(desk.StoryId, old);
        desk.Models.Asked = null;

        var leaving = desk.Session.LeaveAsync(old);
        await desk.Session.OpenAsync(desk.StoryId, next);
        isOpened.Set();
        await leaving;

        Assert.Equal(DeskState.Ready, desk.View.State);
        Assert.NotNull(desk.View.Edits);
    }

    [Fact]
    public async Task Open_WhileARunGoesOn_FindsItAgain()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var reply = await WriteHalfAsync(desk);
        await desk.Session.CloseAsync();
        var other = desk.NewSession();

        await other.OpenAsync(desk.StoryId);
        await TestDesk.UntilAsync(other, view => view.Live is { Prose.IsEmpty: false });
        await reply.WriteAsync(Samples.StepReply["Output Paragraph:".Length..]);
        reply.Complete();
        await TestDesk.UntilAsync(other, view => view.Draft?.Paragraphs.Count == 5);

        Assert.False(other.View.IsRunning);
    }

    [Fact]
    public async Task UndoAndRedo_Head_MoveBackAndForth()
    {
        await using var desk = await TestDesk.WithAStepAsync();

        await desk.Session.UndoAsync();
        var undone = desk.View;
        await desk.Session.RedoAsync();

        Assert.Equal((3, OutcomeKind.Undone), (undone.Draft!.Head!.Number, undone.Outcome!.Kind));
        Assert.False(undone.CanUndo);
        Assert.True(undone.CanRedo);
        Assert.Equal(4, desk.View.Draft!.Head!.Number);
    }

    [Fact]
    public async Task WriteAgain_Head_AddsASiblingByTheSamePlan()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var first = desk.View.Draft!.Head!;
        desk.Chat.Reply(Samples.StepReply);

        await desk.Session.WriteAgainAsync();
        await desk.UntilDoneAsync();

        var second = desk.View.Draft!.Head!;
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal((first.ParentId, first.Plan, first.Number), (second.ParentId, second.Plan, second.Number));
    }

    [Fact]
    public async Task Stop_WritingAgain_OffersTheProseBesideTheParagraphThatStands()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var before = desk.View.Draft!.Head!;
        await WriteHalfAsync(desk, desk.Session.WriteAgainAsync);

        await desk.Session.StopAsync();
        await desk.UntilDoneAsync();

        Assert.Equal(before.Id, desk.View.Draft!.Head!.Id);
        Assert.Equal(before.ParentId, desk.View.Leftover?.Request.ParentId);
        Assert.StartsWith("Mara pulled the rope.", desk.View.Leftover?.Partial, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteNewPlans_Head_TakesTheirPlace()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.Chat.Reply(Samples.StepReply[Samples.StepReply.IndexOf("Instruction 1", StringComparison.Ordinal)..]);

        await desk.Session.WriteNewPlansAsync();
        await desk.UntilDoneAsync();

        Assert.Equal(OutcomeKind.PlansWritten, desk.View.Outcome?.Kind);
        Assert.StartsWith("Mara hides the knot", desk.View.Edits!.Plans[0].Text, StringComparison.Ordinal);
        Assert.Equal(4, desk.View.Draft!.Paragraphs.Count);
    }

    [Fact]
    public async Task WriteNewPlans_One_KeepsWhatIsTypedIntoTheOthersAndForgetsTheWish()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.View.Edits!.Plans[0].Type("She waits, and counts the boats.");
        desk.View.Wish.Type("quieter");
        desk.Chat.Reply("Instruction 2:\nShe listens at the wall.");

        await desk.Session.WriteNewPlansAsync(2);
        await desk.UntilDoneAsync();

        Assert.Equal(["She waits, and counts the boats.", "She listens at the wall.", "She turns back."], desk.View.Edits!.Plans.Select(plan => plan.Text));
        Assert.Equal("", desk.View.Wish.Text);
        Assert.Equal((2, "quieter"), ((await desk.LastRequestAsync()).PlanNumber, (await desk.LastRequestAsync()).Text));
    }

    [Fact]
    public async Task WriteNewPlans_Failed_KeepsTheWishAndTryAgainSendsIt()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.View.Wish.Type("quieter");
        desk.Chat.Fail(new StepFailure(FailureKind.Unauthorized)).Reply("Instruction 2:\nShe listens at the wall.");
        await desk.Session.WriteNewPlansAsync(2);
        await desk.UntilDoneAsync();
        Assert.Equal("quieter", desk.View.Wish.Text);
        await desk.Session.OpenAsync(desk.StoryId);
        Assert.Equal("quieter", desk.View.Wish.Text);

        await desk.Session.TryAgainAsync();
        await desk.UntilDoneAsync();

        Assert.Equal(desk.Chat.Requests[0][^1].Text, desk.LastPrompt);
        Assert.Equal(("", "She listens at the wall."), (desk.View.Wish.Text, desk.View.Edits!.Plans[1].Text));
    }

    [Fact]
    public async Task WriteNewPlans_Stopped_KeepsTheWish()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.View.Wish.Type("quieter");
        desk.Chat.Open();
        await desk.Session.WriteNewPlansAsync();
        await desk.UntilAsync(view => view.Live is { Prompt: not null });

        await desk.Session.StopAsync();
        await desk.UntilDoneAsync();

        Assert.Equal(("quieter", OutcomeKind.Stopped), (desk.View.Wish.Text, desk.View.Outcome!.Kind));
    }

    [Fact]
    public async Task LockPlan_ThenNewPlans_LeavesItAsItStandsAndUnlockLetsItGo()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.View.Edits!.Plans[2].Type("She turns back, singing.");
        desk.Chat.Reply("Instruction 1:\nShe listens at the wall.\n\nInstruction 2:\nThe lamp fails.");

        await desk.Session.LockPlanAsync(new PlanLock(3, IsLocked: true));
        await desk.Session.WriteNewPlansAsync();
        await desk.UntilDoneAsync();

        Assert.Equal(["She listens at the wall.", "The lamp fails.", "She turns back, singing."], desk.View.Edits!.Plans.Select(plan => plan.Text));
        Assert.True(desk.View.Edits.IsLocked(2));
        await desk.Session.LockPlanAsync(new PlanLock(3, IsLocked: false));
        Assert.False(desk.View.Edits.IsLocked(2));
    }

    [Fact]
    public async Task WriteNewPlans_AllLocked_StartsNothing()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        for (var number = 1; number <= 3; number++)
        {
            await desk.Session.LockPlanAsync(new PlanLock(number, IsLocked: true));
        }

        await desk.Session.WriteNewPlansAsync();
        await desk.Session.WriteNewPlansAsync(2);

        Assert.Empty(desk.Chat.Requests);
        Assert.False(desk.View.IsRunning);
    }

    [Fact]
    public async Task WritePlan_AnotherTabChangedMemory_WaitsForTheChoice()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var other = desk.NewSession();
        await other.OpenAsync(desk.StoryId);
        other.View.Edits!.Memory.Type("Theirs.");
        await other.View.Edits.FlushAsync();
        desk.View.Edits!.Memory.Type("Mine.");

        await desk.Session.WritePlanAsync(0);

        Assert.Empty(desk.Chat.Requests);
        Assert.Equal(OutcomeKind.NotSaved, desk.View.Outcome?.Kind);
        Assert.Equal(("Mine.", "Theirs."), (desk.View.Edits.Memory.Text, desk.View.Edits.Memory.Other));
    }

    [Fact]
    public async Task Close_Typed_IsStored()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.View.Edits!.OwnPlan.Type("It rains.");

        await desk.Session.CloseAsync();
        await desk.Session.OpenAsync(desk.StoryId);

        Assert.Equal("It rains.", desk.View.Edits!.OwnPlan.Text);
    }

    [Fact]
    public async Task SaveParagraph_Changed_StandsOnTheDesk()
    {
        await using var desk = await TestDesk.WithAStepAsync();

        var result = await desk.Session.SaveParagraphAsync(new ParagraphEdit(desk.View.Draft!.Paragraphs[1], "Mara had seen it."));

        Assert.True(result?.Saved);
        Assert.Equal(("Mara had seen it.", true), (desk.View.Draft!.Paragraphs[1].Text, desk.View.Draft.Paragraphs[1].IsEdited));
    }

    [Fact]
    public async Task SaveSettings_Changed_HoldForTheNextStep()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.Chat.Reply(Samples.StepReply);

        await desk.Session.SaveSettingsAsync(desk.View.Draft!.Story.Settings, new StorySettings { ParagraphSentences = 7, NewCharacterChance = 0 });
        await desk.Session.WritePlanAsync(0);
        await desk.UntilDoneAsync();

        Assert.Equal(7, desk.View.Draft!.Head!.Settings.ParagraphSentences);
    }

    [Fact]
    public async Task Change_OfThePrompts_IsShownAndIsWhatTheNextStepSends()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var store = new PromptStore(desk.Database.Writes, desk.Database.Clock);
        var mine = new StoryPrompts { Step = TemplateForm.Step.Default with { Layout = TemplateForm.Step.Default.Layout + "\nNobody laughs." } };
        desk.Chat.Reply(Samples.StepReply);

        await desk.Session.ChangeAsync(async storyId =>
        {
            await store.SaveAsync(storyId, StoryPrompts.Default, mine);
            return new DeskOutcome(OutcomeKind.PromptsSaved);
        });
        Assert.Equal((mine, OutcomeKind.PromptsSaved), (desk.View.Draft!.Story.Prompts, desk.View.Outcome?.Kind));
        await desk.Session.WritePlanAsync(0);
        await desk.UntilDoneAsync();

        Assert.EndsWith("\nNobody laughs.", desk.LastPrompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Type_AnotherTabChangedOnePlan_SavingASecondOneFirstDoesNotHideIt()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var other = desk.NewSession();
        await other.OpenAsync(desk.StoryId);
        other.View.Edits!.OwnPlan.Type("Theirs.");
        await other.View.Edits.FlushAsync();
        var (first, own) = (desk.View.Edits!.Plans[0], desk.View.Edits.OwnPlan);

        first.Type("Mine.");
        await first.FlushAsync();
        own.Type("Mine too.");
        await own.FlushAsync();

        Assert.Equal((SaveState.Saved, SaveState.Conflict, "Theirs."), (first.State, own.State, own.Other));
        Assert.Equal("Theirs.", (await desk.Database.Store.FindStepAsync(desk.View.Draft!.Head!.Id, default))!.OwnPlan);
    }

    [Fact]
    public async Task Moved_ConflictNotSettledYet_StaysWithItsAuthorUntilTheyChoose()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var other = desk.NewSession();
        await other.OpenAsync(desk.StoryId);
        other.View.Edits!.Memory.Type("Theirs.");
        await other.View.Edits.FlushAsync();
        var mine = desk.View.Edits!.Memory;
        mine.Type("Mine.");
        await mine.FlushAsync();
        var left = desk.View.Draft!.Head!;

        desk.Chat.Reply(Samples.StepReply);
        await other.WritePlanAsync(0);
        await desk.UntilAsync(view => view is { IsRunning: false, Draft.Head.Id: var head } && head != left.Id);
        var unsaved = Assert.Single(desk.View.Unsaved, text => text.Box.State != SaveState.Saved);
        await unsaved.Box.KeepMineAsync();

        Assert.Equal((BoxKind.Memory, left.Number, mine), (unsaved.Kind, unsaved.Paragraph, unsaved.Box));
        Assert.Equal("Theirs.", (await desk.Database.Store.FindStepAsync(desk.View.Draft!.Head!.Id, default))!.SentMemory);
        Assert.Equal("Mine.", (await desk.Database.Store.FindStepAsync(left.Id, default))!.ShortTermMemory);
    }

    [Fact]
    public async Task Type_AKeyComesAsTheStepIsLeft_StaysWithItsAuthorAndIsStored()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var left = desk.View.Draft!.Head!;
        var box = desk.View.Edits!.OwnPlan;
        await desk.Session.UndoAsync();

        box.Type("A key late.");

        Assert.Same(box, Assert.Single(desk.View.Unsaved, text => text.Box.State != SaveState.Saved).Box);
        await box.FlushAsync();
        Assert.Equal("A key late.", (await desk.Database.Store.FindStepAsync(left.Id, default))!.OwnPlan);
    }

    [Fact]
    public async Task Type_AKeyComesAfterManyStepsWereLeftToo_StaysWithItsAuthor()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var box = desk.View.Edits!.OwnPlan;
        for (var left = 0; left < 8; left++)
        {
            await desk.Session.UndoAsync();
            await desk.Session.RedoAsync();
        }

        await desk.Session.UndoAsync();
        box.Type("A key very late.");

        Assert.Same(box, Assert.Single(desk.View.Unsaved, text => text.Box.State != SaveState.Saved).Box);
    }

    private static async Task<ChannelWriter<string>> WriteHalfAsync(TestDesk desk, Func<Task>? write = null)
    {
        var reply = desk.Chat.Open();
        await (write ?? (() => desk.Session.WritePlanAsync(0)))();
        await reply.WriteAsync(HalfReply);
        await desk.UntilAsync(view => view.Live is { Prose.IsEmpty: false });
        return reply;
    }
}
