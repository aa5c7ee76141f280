using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.Roads;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Tests.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Roads;

/// <summary>A plan that was passed by is followed from its own step, with nothing of the branch that is left.</summary>
public sealed class TakeRoadTests
{
    [Fact]
    public async Task TakeRoad_OfAnEarlierStep_WritesABranchFromItsOwnMemoryAndLeavesTheOtherReachable()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var left = desk.View.Draft!.Head!;
        desk.Chat.Reply(Samples.StepReply);

        await desk.Session.TakeRoadAsync(OfOpening(desk));
        await desk.UntilDoneAsync();

        var head = desk.View.Draft!.Head!;
        Assert.Equal((left.ParentId, new Plan("She turns back.", PlanSource.Picked)), (head.ParentId, head.Plan));
        Assert.Equal("Memory after: Nobody had come.", Sent(desk, PartNames.ShortTermMemory));
        Assert.Equal("Nobody had come.", Sent(desk, PartNames.LastParagraph));
        Assert.Equal("She turns back.", Sent(desk, PartNames.Plan));
        Assert.DoesNotContain(left.Paragraph, desk.LastPrompt, StringComparison.Ordinal);
        await desk.Session.GoAsync(left.Id);
        Assert.Equal(left.Id, desk.View.Draft.Head!.Id);
    }

    [Fact]
    public async Task TakeRoad_OfTheHead_UsesTheTossThatIsShown()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var (head, toss) = (desk.View.Draft!.Head!, desk.View.Toss);
        desk.Chat.Reply(Samples.StepReply);

        await desk.Session.TakeRoadAsync(new Road(head.Id, head.Number, "She waits.", IsEdited: false, IsOnPath: true, IsReplaced: false));
        await desk.UntilDoneAsync();

        Assert.Equal(toss, (await desk.LastRequestAsync()).Toss);
        Assert.Equal(head.Id, desk.View.Draft.Head!.ParentId);
    }

    [Fact]
    public async Task TakeRoad_Fails_OffersWhatCameWhereItBelongs()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.Chat.Fail(new StepFailure(FailureKind.CutOff), "Output Paragraph:\nThe oars were wet, and");

        await desk.Session.TakeRoadAsync(OfOpening(desk));
        await desk.UntilDoneAsync();

        Assert.Equal(OutcomeKind.Failed, desk.View.Outcome!.Kind);
        Assert.Equal("The oars were wet, and", desk.View.Leftover!.Partial);
        Assert.True(desk.View.CanRedo);
    }

    private static Road OfOpening(TestDesk desk)
    {
        var step = desk.View.Draft!.Head!.ParentId!.Value;
        return new Road(step, 3, "She turns back.", IsEdited: false, IsOnPath: true, IsReplaced: false);
    }

    private static string Sent(TestDesk desk, string part) => RecurrentGpt.Prompts.Marks.TryRead(desk.LastPrompt, part, out var text) ? text : "";
}
