using RecurrentGpt.Authors;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Prompts;

public sealed class ChoicePromptTests
{
    private static readonly PastPick Pick = new(Guid.NewGuid(), Guid.NewGuid(), 12, PlanSource.Picked, "She waits.", ["She waits.", "She runs."]);

    private static readonly Step Step = Samples.Step() with
    {
        Plans = [new OfferedPlan(1, "She climbs down.", "She climbs down."), new OfferedPlan(2, "", ""), new OfferedPlan(3, "The boy calls.", "He calls.") { IsLocked = true }],
    };

    [Fact]
    public void Render_EverythingAllowed_AsksForAllInOrder()
    {
        var user = Render(new ChoiceOrder { MayRevise = true, Extends = true, StopCondition = "when the letter is opened" }, [Pick]).User;

        Assert.EndsWith("in this order: Chosen Plan, Reason, Followed Choice, Revised Plan, Verdict, Quoted Passage, Extended Paragraph", user, StringComparison.Ordinal);
        Assert.Contains("- Chosen Plan: one of 1, 3.", user, StringComparison.Ordinal);
        Assert.Contains("The author has locked 3;", user, StringComparison.Ordinal);
        Assert.Contains("- Extended Paragraph: about 2 sentences.", user, StringComparison.Ordinal);
        Assert.Equal(("She climbs down.", null, "The boy calls."), (Sent(user, "Plan 1"), Sent(user, "Plan 2"), Sent(user, "Plan 3")));
        Assert.Equal(("when the letter is opened", Step.Paragraph, Step.ShortTermMemory), (Sent(user, PartNames.StopCondition), Sent(user, PartNames.LastParagraph), Sent(user, PartNames.ShortTermMemory)));
        Assert.Equal(PickText.Of(Pick), Sent(user, PartNames.PastChoices));
    }

    [Fact]
    public void Render_NothingAllowed_AsksForThePlanAlone()
    {
        var user = Render(new ChoiceOrder { UsesTaste = false }, []).User;

        Assert.EndsWith("in this order: Chosen Plan, Reason", user, StringComparison.Ordinal);
        Assert.Equal((null, null), (Sent(user, PartNames.PastChoices), Sent(user, PartNames.StopCondition)));
    }

    [Fact]
    public void Form_LockedParagraphAndPlans_AsksForNoChangeOfThem()
    {
        var locked = Step with { IsLocked = true, Plans = [Step.Plans[2]] };

        var form = new ChoiceRequest(Samples.Card, locked, new ChoiceOrder { MayRevise = true, Extends = true }).Form;

        Assert.Equal([Section.Choice, Section.ChoiceReason], form.Sections);
    }

    [Fact]
    public void Render_AnyOrder_HasTheSameHead()
    {
        var plain = Render(new ChoiceOrder(), []);
        var full = Render(new ChoiceOrder { MayRevise = true, Extends = true, StopCondition = "now" }, [Pick]);

        Assert.Equal(plain.System.Text, full.System.Text);
    }

    [Fact]
    public void Render_TroublesomeTexts_StandBetweenTheirMarksByteForByte()
    {
        var random = new Random(7);
        var texts = new TroublesomeTexts(random);
        for (var i = 0; i < 200; i++)
        {
            var plan = "A" + texts.Next();
            var step = Step with { Paragraph = texts.Next(), ShortTermMemory = texts.Next(), Plans = [new OfferedPlan(1, plan, plan)] };
            var condition = "B" + texts.Next();
            var request = new ChoiceRequest(texts.Card(), step, new ChoiceOrder { StopCondition = condition });

            var user = ChoicePrompt.Render(request, request.Form).User;

            Assert.Equal((plan, condition, step.Paragraph, step.ShortTermMemory), (Sent(user, "Plan 1"), Sent(user, PartNames.StopCondition), Sent(user, PartNames.LastParagraph), Sent(user, PartNames.ShortTermMemory)));
        }
    }

    private static Prompt Render(ChoiceOrder order, IReadOnlyList<PastPick> shown)
    {
        var request = new ChoiceRequest(Samples.Card, Step, order) { Shown = shown };
        return ChoicePrompt.Render(request, request.Form);
    }

    private static string? Sent(string user, string part) => Marks.TryRead(user, part, out var text) ? text : null;
}
