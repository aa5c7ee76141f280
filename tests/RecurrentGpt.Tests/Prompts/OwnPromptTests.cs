using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Prompts;

public sealed class OwnPromptTests
{
    private static readonly RecalledEntry Entry = new(Guid.NewGuid(), 7, "The rope is cut.", 0.5, RecallReason.Similar);

    [Fact]
    public void Render_InOurWords_IsTheSameByteForByteForEver()
    {
        var prompt = Step([Entry], null);

        Assert.Equal("""
            ===== Title =====
            The Glass Orchard
            ===== end of Title =====
            ===== Genre =====
            Fantasy
            ===== end of Genre =====
            ===== Language =====
            English
            ===== end of Language =====
            ===== Premise =====
            Mara keeps an orchard of glass trees that hum at night.
            ===== end of Premise =====
            ===== Outline =====
            One tree is stolen, and the hum moves into the house.
            ===== end of Outline =====
            ===== Short-term memory =====
            The hole is deep.
            ===== end of Short-term memory =====
            ===== Recalled from long-term memory =====
            [7] The rope is cut.
            ===== end of Recalled from long-term memory =====
            ===== Last paragraph =====
            The last paragraph.
            ===== end of Last paragraph =====
            ===== Plan to follow =====
            She climbs down.
            ===== end of Plan to follow =====

            Write the next paragraph now, and what follows it.
            - The story is a novel: each plan is something that the author may let happen next.
            - Output Paragraph: about 20 sentences.
            - Updated Memory: at most 20 sentences and 500 words.
            - The plans look ahead one paragraph.
            - Bring in nobody new unless the plan names them.
            - Write the texts under the labels in the language named between the marks of "Language". The labels stay English.
            Labels to write, in this order: Output Paragraph, Paragraph Summary, Rationale, Updated Memory, Instruction 1, Instruction 2, Instruction 3
            """.ReplaceLineEndings("\n"), prompt.User);
    }

    [Fact]
    public void Render_WithOursAsTheAuthors_IsOurs()
    {
        var ours = Step([Entry], null);
        var same = Step([Entry], TemplateForm.Step.Default);
        var plans = NewPlans(["One."], null);
        var samePlans = NewPlans(["One."], TemplateForm.NewPlans.Default);

        Assert.Equal((ours.System, ours.User), (same.System, same.User));
        Assert.Equal(ours.Parts, same.Parts);
        Assert.Equal((plans.System, plans.User), (samePlans.System, samePlans.User));
    }

    [Fact]
    public void Render_WordsBetweenParts_StandWhereTheAuthorPutThem()
    {
        var prompt = Step([], new PromptTemplate("Be brief. {plan}", "{task}\nShe never smiles.\n{recalled}\n\n{plan}\n{card}\n{last paragraph}\n{short-term memory}\nNow."));

        Assert.Equal("Be brief. {plan}", prompt.System.Text);
        Assert.Equal(
            [PartKind.Task, PartKind.Own, PartKind.Plan, PartKind.Card, PartKind.Paragraph, PartKind.ShortTermMemory, PartKind.Own],
            prompt.Parts.Select(part => part.Kind));
        Assert.Contains("Instruction 3\nShe never smiles.\n\n===== Plan to follow =====\n", prompt.User, StringComparison.Ordinal);
        Assert.EndsWith("===== end of Short-term memory =====\nNow.", prompt.User, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{plan}\n{plan}\n{weather}")]
    [InlineData("\r\n{ }\n{{card}}\n}{\n{task}{task}")]
    public void Render_OfALayoutThatWouldBeRefused_StillRenders(string layout)
    {
        var prompt = Step([Entry], new PromptTemplate("", layout));

        Assert.Equal(prompt.User, string.Concat(prompt.Parts.Select(part => part.Text)));
    }

    [Fact]
    public void Render_OfRandomTemplatesAndStories_CarriesEveryTextByteForByte()
    {
        var texts = new TroublesomeTexts(new Random(2305));
        for (var i = 0; i < 200; i++)
        {
            var (own, card) = (texts.Template(TemplateForm.Step), texts.Card());
            var (last, memory, plan) = (texts.Next(), texts.Next(), texts.Next());
            var recalled = texts.Chance() ? [Entry with { Text = texts.Next() }] : Array.Empty<RecalledEntry>();

            var prompt = StepPrompt.Render(card, new StorySettings(), last, memory, recalled, plan, texts.Chance(), own);

            Assert.Empty(TemplateCheck.Problems(TemplateForm.Step, own));
            Assert.Equal(own.System, prompt.System.Text);
            AssertRead(prompt, PartNames.LastParagraph, last);
            AssertRead(prompt, PartNames.ShortTermMemory, memory);
            AssertRead(prompt, PartNames.Plan, plan);
            AssertRead(prompt, PartNames.Recalled, recalled.Length > 0 ? $"[7] {recalled[0].Text}" : null);
            AssertRead(prompt, PartNames.Premise, card.Premise.Length > 0 ? card.Premise : null);
            AssertRead(prompt, PartNames.Outline, card.Outline.Length > 0 ? card.Outline : null);
        }
    }

    [Fact]
    public void Render_OfRandomNewPlans_CarriesEveryTextByteForByte()
    {
        var texts = new TroublesomeTexts(new Random(13304));
        for (var i = 0; i < 200; i++)
        {
            var (own, card) = (texts.Template(TemplateForm.NewPlans), texts.Card());
            var (last, memory, offered, standing, wish) = (texts.Next(), texts.Next(), texts.Next(), texts.Next(), texts.Next());

            var prompt = NewPlansPrompt.Render(card, new StorySettings(), last, memory, new PlansWanted { Replaced = [offered], Standing = new Dictionary<int, string> { [2] = standing }, Wish = wish }, own);

            Assert.Equal(own.System, prompt.System.Text);
            AssertRead(prompt, PartNames.LastParagraph, last);
            AssertRead(prompt, PartNames.ShortTermMemory, memory);
            AssertRead(prompt, PartNames.OfferedPlans, offered.Length > 0 ? offered : null);
            AssertRead(prompt, "Instruction 2", standing);
            AssertRead(prompt, PartNames.Wish, wish.Length > 0 ? wish : null);
        }
    }

    private static void AssertRead(Prompt prompt, string name, string? expected)
    {
        Assert.Equal(expected is not null, Marks.TryRead(prompt.User, name, out var text));
        Assert.Equal(expected, text);
    }

    private static Prompt Step(IReadOnlyList<RecalledEntry> recalled, PromptTemplate? own) =>
        StepPrompt.Render(Samples.Card, new StorySettings(), "The last paragraph.", "The hole is deep.", recalled, "She climbs down.", newCharacter: false, own);

    private static Prompt NewPlans(IReadOnlyList<string> offered, PromptTemplate? own) =>
        NewPlansPrompt.Render(Samples.Card, new StorySettings(), "The last paragraph.", "The hole is deep.", new PlansWanted { Replaced = offered }, own);
}
