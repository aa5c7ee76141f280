using RecurrentGpt.Prompts;
using RecurrentGpt.Web.Features.Desk.Prompts;

namespace RecurrentGpt.Web.Tests.Features.Desk.Prompts;

public sealed class PromptEditsTests
{
    private readonly PromptEdits _edits = new(StoryPrompts.Default);

    [Fact]
    public void Open_OurWords_ShowsThemAndHasNothingToSave()
    {
        Assert.Equal((TemplateForm.Step.Default.System, TemplateForm.Step.Default.Layout), (_edits.Step.System, _edits.Step.Layout));
        Assert.False(_edits.IsUnsaved);
        Assert.False(_edits.HasProblems);
        Assert.All(_edits.All, edit => Assert.Null(edit.Own));
    }

    [Fact]
    public void Type_InOnePrompt_MakesThatOneTheAuthors()
    {
        _edits.NewPlans.System = "Three plans.";

        Assert.True(_edits.IsUnsaved);
        Assert.Equal(new StoryPrompts { NewPlans = TemplateForm.NewPlans.Default with { System = "Three plans." } }, _edits.Typed);
    }

    [Fact]
    public void Reset_CanBeTakenBack()
    {
        _edits.Step.Layout += "\nNobody laughs.";

        _edits.Step.Reset();

        Assert.False(_edits.IsUnsaved);
        Assert.True(_edits.Step.CanTakeBack);
        _edits.Step.TakeBack();
        Assert.EndsWith("\nNobody laughs.", _edits.Step.Layout, StringComparison.Ordinal);
        Assert.False(_edits.Step.CanTakeBack);
    }

    [Fact]
    public void Take_ARefusedSave_KeepsWhatWasTypedAndKnowsTheOther()
    {
        var theirs = new StoryPrompts { NewPlans = TemplateForm.NewPlans.Default with { System = "Theirs." } };
        _edits.NewPlans.System = "Mine.";

        _edits.Take(new PromptSave(Saved: false, theirs));

        Assert.Equal(("Mine.", theirs), (_edits.NewPlans.System, _edits.Saved));
        _edits.Drop();
        Assert.Equal("Theirs.", _edits.NewPlans.System);
    }

    [Fact]
    public void IsTooShortToCache_OnlyWhereOursAreLongEnough()
    {
        _edits.Step.System = "Write.";
        _edits.NewPlans.System = "Plan.";

        Assert.True(_edits.Step.IsTooShortToCache);
        Assert.False(_edits.NewPlans.IsTooShortToCache);
    }

    [Fact]
    public void Drafts_WhatWasTyped_IsKeptForItsStoryUntilItIsSaved()
    {
        var drafts = new PromptDrafts();
        var other = DeskSamples.Story with { Id = Guid.NewGuid() };
        drafts.Of(DeskSamples.Story).Step.System = "Mine.";

        Assert.Equal("Mine.", drafts.Of(DeskSamples.Story).Step.System);
        Assert.True(drafts.IsUnsaved(DeskSamples.StoryId));
        Assert.Equal(TemplateForm.Step.Default.System, drafts.Of(other).Step.System);
        Assert.False(drafts.IsUnsaved(other.Id));
    }

    [Fact]
    public void Drafts_NothingTyped_ShowsWhatIsStoredNow()
    {
        var drafts = new PromptDrafts();
        drafts.Of(DeskSamples.Story);

        var edits = drafts.Of(DeskSamples.Story with { Prompts = new StoryPrompts { Step = TemplateForm.Step.Default with { System = "Stored." } } });

        Assert.Equal("Stored.", edits.Step.System);
    }
}
