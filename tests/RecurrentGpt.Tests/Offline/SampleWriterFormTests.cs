using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Offline;

public sealed class SampleWriterFormTests
{
    private const string Opening = """
        Ilse had painted over the name of the boat in March. Nobody on the slip asked why. Her brother Jan had been gone two winters.
        On Friday a man came down the steps with a key in his hand.
        """;

    private static readonly StoryCard Card = new() { Title = "The Slip", Genre = "Mystery", Premise = "Ilse will not sell her brother’s boat.", Outline = "She keeps it." };
    private static readonly StorySettings Settings = new();

    [Fact]
    public async Task Reply_OwnOpening_KeepsItsPeopleInMemoryAndPlans()
    {
        var story = new OfflineStory(Card, Settings);

        var reply = await story.OpenOwnAsync(Opening);

        Assert.Equal("The Slip", reply[Section.Name]);
        Assert.Contains("Ilse", reply[Section.Memory], StringComparison.Ordinal);
        Assert.Contains("Ilse", reply[Section.Instruction1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_TaskBeforeThePlan_KeepsTheLengthThatWasAskedFor()
    {
        var parts = TemplateForm.Step.Default.Layout.Replace("\n{task}", "", StringComparison.Ordinal);
        var own = TemplateForm.Step.Default with { Layout = "{task}\nNobody laughs.\n" + parts };

        var reply = await new OfflineStory(Card, Settings).AskAsync(
            StepPrompt.Render(Card, new StorySettings { ParagraphSentences = 5 }, Opening, "Ilse has the key.", [], "Ilse hides the key.", newCharacter: false, own));

        Assert.InRange(reply[Section.Paragraph]!.Count(c => c is '.' or '?' or '!'), 3, 9);
    }

    [Fact]
    public async Task Reply_EveryRepairOfAStep_HasExactlyTheMissingSections()
    {
        var story = new OfflineStory(Card, Settings);
        var sections = ReplyForm.Step.Sections;
        for (var mask = 1; mask < 1 << sections.Count; mask++)
        {
            var missing = sections.Where((_, i) => (mask & (1 << i)) != 0).ToList();
            var arrived = sections.Except(missing).ToDictionary(section => section, section => $"Ilse has the key. This is {section}.");

            await story.AskAsync(RepairPrompt.Render(Card, Settings, ReplyForm.Step, arrived, missing, "Ilse lives at the slip.", "Ilse hides the key."));
        }
    }

    [Fact]
    public async Task Reply_RepairOfAnOpening_HasExactlyTheMissingSections()
    {
        var story = new OfflineStory(Card, Settings);
        var arrived = new Dictionary<Section, string> { [Section.Paragraph1] = "Ilse sat on the slip.", [Section.Paragraph2] = "Jan came." };

        var reply = await story.AskAsync(RepairPrompt.Render(
            Card, Settings, ReplyForm.Opening, arrived, [Section.Paragraph3, Section.Memory, Section.Instruction2], "", ""));

        Assert.Contains("Ilse", reply[Section.Memory], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_NewPlans_AreOtherPlansThanThoseOffered()
    {
        var story = new OfflineStory(Card, Settings);
        await story.OpenOwnAsync(Opening);
        var offered = story.Plans;

        var reply = await story.AskAsync(NewPlansPrompt.Render(Card, Settings, Opening, story.Memory, new PlansWanted { Replaced = offered }));

        Assert.Empty(reply.Sections.Values.SelectMany(Prose.Sentences).Intersect(offered.SelectMany(Prose.Sentences)));
    }

    [Fact]
    public async Task Reply_ShorterMemory_KeepsTheFirstSentencesWithinTheLimits()
    {
        var story = new OfflineStory(Card, Settings);
        var memory = "Ilse lives at the slip. Jan is her brother. " + string.Join(' ', Enumerable.Range(1, 60).Select(i => $"On day {i} Ilse counted the boats on the tide."));
        var settings = Settings with { MemorySentences = 10, MemoryWords = 100 };

        var shorter = (await story.AskAsync(ShorterMemoryPrompt.Render(Card, settings, memory)))[Section.Memory]!;

        Assert.StartsWith("Ilse lives at the slip. Jan is her brother.", shorter, StringComparison.Ordinal);
        Assert.True(Prose.Sentences(shorter).Count <= 10);
        Assert.True(Prose.Words(shorter) <= 100);
    }

    [Fact]
    public async Task Reply_ShorterMemoryWithLockedSentences_DropsOthers()
    {
        var story = new OfflineStory(Card, Settings);
        string[] days = [.. Enumerable.Range(1, 60).Select(i => $"On day {i} Ilse counted the boats on the tide.")];
        var settings = Settings with { MemorySentences = 10, MemoryWords = 100 };

        var shorter = (await story.AskAsync(ShorterMemoryPrompt.Render(Card, settings, string.Join(' ', days), [days[30], days[58]])))[Section.Memory]!;

        Assert.All(new[] { days[30], days[58] }, day => Assert.Contains(day, Prose.Sentences(shorter)));
        Assert.True(Prose.Sentences(shorter).Count <= 10);
    }

    [Theory]
    [InlineData("Mara pulls the rope up and ties it to the rail.", "Mara pulled the rope up and tied it to the rail.")]
    [InlineData("Mara will not open the door, and Tom does not ask why.", "Mara did not open the door, and Tom did not ask why.")]
    [InlineData("Mara and Tom find that the lamps are out.", "Mara and Tom found that the lamps were out.")]
    [InlineData("The doors open and Mara unclips her coat.", "The doors opened and Mara unclipped her coat.")]
    [InlineData("Mara says that somebody moved the string of beads long ago.", "Mara said that somebody moved the string of beads long ago.")]
    [InlineData("Mara signs a forged will and waits in its place.", "Mara signed a forged will and waited in its place.")]
    [InlineData("You take the lantern.", "Mara took the lantern.")]
    [InlineData("Mara hears steps in the cellar.", "Mara heard steps in the cellar.")]
    [InlineData("Mara burned the letter yesterday.", "Mara burned the letter yesterday.")]
    public async Task Step_PlanInThePresent_IsToldInThePast(string plan, string told)
    {
        var story = new OfflineStory(Card, Settings) { Memory = "Mara keeps the light. Tom is new.", Last = "Mara sat down." };

        var paragraph = (await story.StepAsync(plan))[Section.Paragraph];

        Assert.Contains(told, paragraph!.Replace("She ", "Mara ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Describe the storm over the harbour.", "the storm over the harbour")]
    [InlineData("More tension between the two sisters", "more tension between the two sisters")]
    public async Task Step_PlanWithNothingToTell_IsWovenIn(string plan, string woven)
    {
        var story = new OfflineStory(Card, Settings) { Memory = "Mara keeps the light.", Last = "Mara sat down." };

        var paragraph = (await story.StepAsync(plan))[Section.Paragraph];

        Assert.Contains(woven, paragraph, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{P} {nothing} [gist] ===== Plan to follow =====")]
    [InlineData("?!… “ ” (")]
    [InlineData("Paragraph Summary: nothing. Updated Memory: nothing.")]
    [InlineData("😀😀😀")]
    public async Task Step_OddPlan_IsStillAnswered(string plan)
    {
        var story = new OfflineStory(Card, Settings) { Memory = plan, Last = plan };

        var reply = await story.StepAsync(plan);

        Assert.InRange(Prose.Sentences(reply[Section.Paragraph]!).Count, 16, 24);
    }
}
