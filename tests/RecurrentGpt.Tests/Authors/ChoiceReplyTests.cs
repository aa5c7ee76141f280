using RecurrentGpt.Authors;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Authors;

public sealed class ChoiceReplyTests
{
    private static readonly PastPick Pick = new(Guid.NewGuid(), Guid.NewGuid(), 12, PlanSource.Picked, "She waits.", ["She waits.", "She runs."]);

    private static readonly Step Parent = Samples.Step() with
    {
        Plans = [new OfferedPlan(1, "She climbs down.", "She climbs down."), new OfferedPlan(2, "Two men come. The boy calls.", "The boy calls."), new OfferedPlan(3, " ", " ")],
    };

    [Theory]
    [InlineData("2", 2)]
    [InlineData("Plan 2", 2)]
    [InlineData("**2**", 2)]
    [InlineData("No. 1", 1)]
    [InlineData("#1: She climbs down", 1)]
    [InlineData("The second plan", 2)]
    [InlineData("Instruction Two", 2)]
    [InlineData("第二个计划", 2)]
    [InlineData("计划一", 1)]
    [InlineData("２", 2)]
    [InlineData("I would take plan 1.", 1)]
    [InlineData("Two men come. The boy calls.", 2)]
    public void NumberIn_APlanThatIsOffered_IsItsNumber(string text, int number) => Assert.Equal(number, ChoiceReply.NumberIn(text, Parent.Plans));

    [Theory]
    [InlineData("")]
    [InlineData("4")]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("none")]
    [InlineData("999999999999")]
    [InlineData("Neither plan 1 nor plan 2.")]
    [InlineData("She sings.")]
    public void NumberIn_AnythingElse_IsNoChoice(string text) => Assert.Null(ChoiceReply.NumberIn(text, Parent.Plans));

    [Fact]
    public void Read_Revised_IsFollowedWithTheOfferedPlanBesideIt()
    {
        var choice = ChoiceReply.Read(Proposal((Section.RevisedPlan, "The boy calls twice. She answers.")), Parent, [Pick]);

        Assert.Equal(new Plan("The boy calls twice. She answers.", PlanSource.Autopilot), choice.Plan);
        Assert.Equal((AuthorKind.Simulated, 2, "It costs her.", Parent.Plans[1].Text, true), (choice.Author, choice.Number, choice.Reason, choice.Offered, choice.IsRevised));
        Assert.Null(choice.FollowedStepId);
    }

    [Fact]
    public void Read_FollowedChoice_IsTheStepOfThatNumber()
    {
        var choice = ChoiceReply.Read(Proposal((Section.FollowedChoice, "12")), Parent, [Pick with { Number = 8 }, Pick]);

        Assert.Equal((Pick.StepId, 12), (choice.FollowedStepId, choice.FollowedNumber));
        Assert.Equal((Parent.Plans[1].Text, false), (choice.Plan.Text, choice.IsRevised));
    }

    [Fact]
    public void Read_APlanThatWasLockedMeanwhile_IsFollowedAsItStands()
    {
        var locked = Parent with { Plans = [Parent.Plans[0], Parent.Plans[1] with { IsLocked = true }] };

        var choice = ChoiceReply.Read(Proposal((Section.RevisedPlan, "The boy calls twice. She answers.")), locked, []);

        Assert.Equal(Parent.Plans[1].Text, choice.Plan.Text);
    }

    [Fact]
    public void Read_APlanThatIsOfferedNoMore_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => ChoiceReply.Read(Proposal(), Parent with { Plans = [Parent.Plans[0]] }, []));

    [Fact]
    public void ToProposal_WhatWasNotAskedFor_IsNotKept()
    {
        var request = new ChoiceRequest(Samples.Card, Parent, new ChoiceOrder());
        var said = Proposal((Section.RevisedPlan, "The boy calls. She answers."), (Section.FollowedChoice, "12"), (Section.Verdict, "yes"), (Section.ExtendedParagraph, "Long."));

        Assert.Equal([Section.Choice, Section.ChoiceReason], ChoiceReply.ToProposal(said, request).Keys.Order());
    }

    [Theory]
    [InlineData("none")]
    [InlineData("Unchanged.")]
    public void ToProposal_NoOutline_LeavesThePlanAsItWasOffered(string revised)
    {
        var request = new ChoiceRequest(Samples.Card, Parent, new ChoiceOrder { MayRevise = true });

        Assert.DoesNotContain(Section.RevisedPlan, ChoiceReply.ToProposal(Proposal((Section.RevisedPlan, revised)), request).Keys);
    }

    private static Dictionary<Section, string> Proposal(params (Section Section, string Text)[] more) =>
        more.Append((Section.Choice, "2")).Append((Section.ChoiceReason, "It costs her.")).ToDictionary(part => part.Item1, part => part.Item2);
}
