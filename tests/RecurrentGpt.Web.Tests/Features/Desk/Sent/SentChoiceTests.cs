using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk.Sent;

namespace RecurrentGpt.Web.Tests.Features.Desk.Sent;

public sealed class SentChoiceTests
{
    [Fact]
    public void Of_AStory_HasWhatComesNextFirstAndThenTheLatest()
    {
        Assert.Equal(
            ["NextPlan 1", "NextPlan 2", "NextPlan 3", "NextNewPlans 0", "NextNewPlans 1", "NextNewPlans 2", "NextNewPlans 3", "Paragraph 4", "Paragraph 1"],
            SentChoice.Of(DeskSamples.View, []).Select(choice => $"{choice.Kind} {choice.First}"));
    }

    [Fact]
    public void Of_LockedPlans_AreNoneThatNewOnesComeFor()
    {
        var head = DeskSamples.Head with { Plans = [.. DeskSamples.Head.Plans.Select(plan => plan with { IsLocked = plan.Number != 2 })] };
        var view = DeskSamples.View with { Draft = DeskSamples.Draft with { Head = head }, Edits = DeskSamples.Edits(head) };

        Assert.Equal([0, 2], SentChoice.Of(view, []).Where(choice => choice.Kind == SentKind.NextNewPlans).Select(choice => choice.First));
    }

    [Fact]
    public void Of_AnOwnPlan_IsAmongWhatComesNext()
    {
        var view = DeskSamples.View;
        view.Edits!.OwnPlan.Type("The ferry comes.");

        Assert.Contains(SentChoice.Of(view, []), choice => choice.Kind == SentKind.NextOwnPlan);
    }

    [Fact]
    public void Of_ARunThatWrites_HasNothingNextAndTheRunFirst()
    {
        var choices = SentChoice.Of(DeskSamples.View with { Live = DeskSamples.Live with { RunId = Guid.NewGuid() } }, []);

        Assert.Equal(SentKind.Now, choices[0].Kind);
        Assert.DoesNotContain(choices, choice => choice.IsNext);
    }

    [Theory]
    [InlineData(RunKind.NewPlans, SentKind.NewPlans)]
    [InlineData(RunKind.Reread, SentKind.Reread)]
    [InlineData(RunKind.Rewrite, SentKind.Rewrite)]
    [InlineData(RunKind.Coverage, SentKind.Coverage)]
    [InlineData(RunKind.Step, SentKind.Attempt)]
    public void Of_ARunThatWroteNoParagraph_HasTheNameOfItsWork(RunKind run, SentKind expected)
    {
        var other = new OtherRun(Guid.NewGuid(), DeskSamples.Head.Id, run);

        Assert.Equal(expected, SentChoice.Of(DeskSamples.View, [other]).Single(choice => choice.RunId == other.RunId).Kind);
    }

    [Fact]
    public void Of_RunsThatWroteNoParagraph_StandAfterTheOneTheyWentOnFrom()
    {
        OtherRun[] others =
        [
            new(Guid.NewGuid(), null, RunKind.Opening),
            new(Guid.NewGuid(), DeskSamples.Paragraphs[2].StepId, RunKind.Step),
            new(Guid.NewGuid(), DeskSamples.Head.Id, RunKind.NewPlans),
            new(Guid.NewGuid(), Guid.NewGuid(), RunKind.NewPlans),
        ];

        Assert.Equal(
            ["NewPlans 4", "Paragraph 4", "Attempt 3", "Paragraph 1", "Attempt 0"],
            SentChoice.Of(DeskSamples.View, others).Where(choice => !choice.IsNext).Select(choice => $"{choice.Kind} {choice.First}"));
    }

    [Fact]
    public void Of_AnEmptyDesk_IsEmpty() => Assert.Empty(SentChoice.Of(DeskSamples.Empty, []));

    [Theory]
    [InlineData(0, 6, 0, 6)]
    [InlineData(-1, 6, 0, 6)]
    [InlineData(2500, 5000, 2470, 2531)]
    [InlineData(4999, 5000, 4969, 5000)]
    public void Window_AroundAChoice_IsNeverLong(int index, int count, int from, int to) =>
        Assert.Equal(new SentWindow(from, to), SentWindow.Around(index, count));
}
