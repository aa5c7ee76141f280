using RecurrentGpt.Authors;
using RecurrentGpt.Play;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Prompts;

public sealed class PromptTongueTests
{
    private static readonly Step Step = Samples.Step();

    public static TheoryData<string> Languages => ["English", "中文", "日本語", "Français", "Brazilian Portuguese", "Klingon"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Render_EveryPromptThatAsksForText_AsksForTheStorysLanguage(string language)
    {
        Assert.All(All(Samples.Card with { Language = language }), prompt =>
        {
            Assert.Contains("The texts under the labels are in the language of the story,\nwhich the text named \"Language\" names", prompt.System.Text, StringComparison.Ordinal);
            Assert.Equal(language, Marks.TryRead(prompt.User, PartNames.Language, out var sent) ? sent : null);
        });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Render_EveryPromptOfNewText_SaysTheLanguageAgainBeforeItsLabels(string language)
    {
        var prompts = All(Samples.Card with { Language = language }).Where(prompt => prompt.Form.Name is not (nameof(ReplyForm.Judgement) or nameof(ReplyForm.Rewrite)));

        Assert.All(prompts, prompt => Assert.Contains(
            "\n- Write the texts under the labels in the language named between the marks of \"Language\". The labels stay English.", prompt.User[prompt.User.LastIndexOf("=====", StringComparison.Ordinal)..], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("English", "words")]
    [InlineData("한국어", "words")]
    [InlineData("Klingon", "words")]
    [InlineData("中文", "characters")]
    [InlineData("Japanese", "characters")]
    public void Render_MemoryWanted_SaysItsLimitAsItIsMeasured(string language, string unit)
    {
        var prompts = All(Samples.Card with { Language = language }).Where(prompt => prompt.Form.Sections.Contains(Section.Memory)).ToList();

        Assert.Equal(9, prompts.Count);
        Assert.All(prompts, prompt => Assert.Contains($": at most 20 sentences and 500 {unit}.\n", prompt.User, StringComparison.Ordinal));
    }

    private static IEnumerable<Prompt> All(StoryCard card)
    {
        var settings = new StorySettings();
        var choice = new ChoiceRequest(card, Step, new ChoiceOrder { MayRevise = true, StopCondition = "when it ends" });
        var wanted = new PlansWanted { Replaced = ["One.", "Two.", "Three."] };
        var one = wanted with { Numbers = [2], Standing = new Dictionary<int, string> { [1] = "One.", [3] = "Three." } };
        yield return OpeningPrompt.Render(card, settings);
        yield return PlayOpeningPrompt.Render(card, settings);
        yield return Turn(Arc.Entry(settings.Play));
        yield return Turn(new PlayTurn(TurnKind.Ending, 12, settings.Play));
        yield return OwnOpeningPrompt.Render(card, settings, "It began.");
        yield return StepPrompt.Render(card, settings, Step.Paragraph, Step.ShortTermMemory, [], "She waits.", newCharacter: false);
        yield return RepairPrompt.Render(card, settings, ReplyForm.Step, new Dictionary<Section, string>(), [Section.Memory], "", "She waits.");
        yield return RereadPrompt.Render(card, settings, "It was.", "It is.", Step.ShortTermMemory, ReplyForm.Reread);
        yield return ShorterMemoryPrompt.Render(card, settings, Step.ShortTermMemory);
        yield return NewPlansPrompt.Render(card, settings, Step.Paragraph, Step.ShortTermMemory, wanted);
        yield return DifferentPlanPrompt.Render(card, settings, Step.Paragraph, Step.ShortTermMemory, one, 1);
        yield return RewritePrompt.Render(card, Step, 0..4, "Shorter.");
        yield return ChoicePrompt.Render(choice, choice.Form);
        yield return JudgementPrompt.Render(card, Step, "when it ends", ReplyForm.Judgement);

        Prompt Turn(PlayTurn turn) => PlayPrompt.Render(card, settings, turn, null, Step.Paragraph, Step.ShortTermMemory, [], "I wait.", newCharacter: false);
    }
}
