using RecurrentGpt.Prompts;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Prompts;

public sealed class TemplateCheckTests
{
    public static TheoryData<string> Labels => [.. TemplateForm.Step.Labels];

    public static TheoryData<string> StepParts => [.. TemplateForm.Step.Parts];

    public static TheoryData<string> NewPlansParts => [.. TemplateForm.NewPlans.Parts];

    [Fact]
    public void Problems_OfOurs_AreNone()
    {
        Assert.Empty(TemplateCheck.Problems(TemplateForm.Step, TemplateForm.Step.Default));
        Assert.Empty(TemplateCheck.Problems(TemplateForm.NewPlans, TemplateForm.NewPlans.Default));
        Assert.Empty(TemplateCheck.Problems(StoryPrompts.Default));
    }

    [Fact]
    public void Labels_OfAStep_AreAllThatItAsksFor() => Assert.Equal(
        ["Output Paragraph", "Paragraph Summary", "Rationale", "Updated Memory", "Instruction 1", "Instruction 2", "Instruction 3"], TemplateForm.Step.Labels);

    [Theory]
    [MemberData(nameof(Labels))]
    public void Problems_WithoutALabel_NameIt(string label)
    {
        var template = TemplateForm.Step.Default with { System = TemplateForm.Step.Default.System.Replace(label, "That", StringComparison.Ordinal) };

        Assert.Equal([new TemplateProblem(TemplateProblemKind.LabelMissing, label)], TemplateCheck.Problems(TemplateForm.Step, template));
    }

    [Fact]
    public void Problems_LabelWithinALongerWord_IsMissing()
    {
        var template = TemplateForm.Step.Default with { System = TemplateForm.Step.Default.System.Replace("Instruction 1", "Instruction 12", StringComparison.Ordinal) };

        Assert.Equal([new TemplateProblem(TemplateProblemKind.LabelMissing, "Instruction 1")], TemplateCheck.Problems(TemplateForm.Step, template));
    }

    [Theory]
    [MemberData(nameof(StepParts))]
    public void Problems_OfAStepWithoutAPart_NameIt(string part) => AssertNamed(TemplateForm.Step, part);

    [Theory]
    [MemberData(nameof(NewPlansParts))]
    public void Problems_OfNewPlansWithoutAPart_NameIt(string part) => AssertNamed(TemplateForm.NewPlans, part);

    [Theory]
    [InlineData("{card}\n{plan}", TemplateProblemKind.PartTwice, "plan")]
    [InlineData("{weather}", TemplateProblemKind.PartUnknown, "weather")]
    [InlineData("{offered plans}", TemplateProblemKind.PartUnknown, "offered plans")]
    [InlineData("Follow {plan} to the letter.", TemplateProblemKind.PartNotAlone, "plan")]
    public void Problems_OfAFaultyLine_NameIt(string line, TemplateProblemKind kind, string name)
    {
        var template = TemplateForm.Step.Default with { Layout = TemplateForm.Step.Default.Layout.Replace("{card}", line.Contains("{card}", StringComparison.Ordinal) ? line : "{card}\n" + line, StringComparison.Ordinal) };

        Assert.Equal([new TemplateProblem(kind, name)], TemplateCheck.Problems(TemplateForm.Step, template));
    }

    [Fact]
    public void Problems_WordsSpacesAndOtherBraces_AreNone()
    {
        var layout = "Remember { this }, and {} too.\r\n  {card}\t\r\n\n" + TemplateForm.Step.Default.Layout.Replace("{card}\n", "", StringComparison.Ordinal) + "\n{{said}}\n";

        Assert.Empty(TemplateCheck.Problems(TemplateForm.Step, TemplateForm.Step.Default with { Layout = layout }));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public void Problems_OfNoSystem_SayThatAlone(string system) => Assert.Equal(
        [new TemplateProblem(TemplateProblemKind.SystemEmpty, "")],
        TemplateCheck.Problems(TemplateForm.Step, TemplateForm.Step.Default with { System = system }));

    [Fact]
    public void Problems_OfTextsOverTheirLimits_SayWhich()
    {
        var ours = TemplateForm.Step.Default;
        var template = new PromptTemplate(ours.System.PadRight(StoryLimits.PromptSystem + 1), ours.Layout + "\n" + new string('x', StoryLimits.PromptLayout));

        Assert.Equal([TemplateProblemKind.SystemTooLong, TemplateProblemKind.LayoutTooLong], TemplateCheck.Problems(TemplateForm.Step, template).Select(problem => problem.Kind));
    }

    [Fact]
    public void Problems_OfAStory_AreThoseOfBothPrompts()
    {
        var prompts = new StoryPrompts { Step = new PromptTemplate("", TemplateForm.Step.Default.Layout), NewPlans = new PromptTemplate("Offer plans.", "{card}") };

        Assert.Equal(
            ["", "short-term memory", "last paragraph", "offered plans", "task"], TemplateCheck.Problems(prompts).Select(problem => problem.Name));
    }

    [Fact]
    public void WithoutOurs_PromptsThatSayJustWhatOursSay_AreNull()
    {
        var mine = TemplateForm.NewPlans.Default with { System = "Offer three plans." };

        Assert.Equal(
            new StoryPrompts { NewPlans = mine },
            new StoryPrompts { Step = new PromptTemplate(TemplateForm.Step.Default.System, TemplateForm.Step.Default.Layout), NewPlans = mine }.WithoutOurs());
    }

    private static void AssertNamed(TemplateForm form, string part)
    {
        var template = form.Default with { Layout = form.Default.Layout.Replace($"{{{part}}}", "", StringComparison.Ordinal) };

        Assert.Equal([new TemplateProblem(TemplateProblemKind.PartMissing, part)], TemplateCheck.Problems(form, template));
    }
}
