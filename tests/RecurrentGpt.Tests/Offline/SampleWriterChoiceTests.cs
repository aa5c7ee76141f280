using RecurrentGpt.Authors;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Offline;

/// <summary>The sample writer in the author's place: it chooses by something that can be explained, and judges by words.</summary>
public sealed class SampleWriterChoiceTests
{
    private static readonly StoryCard Card = new() { Title = "The Slip", Genre = "Mystery", Premise = "Ilse will not sell her brother’s boat." };
    private static readonly StoryCard ChineseCard = new() { Title = "渡口", Genre = "悬疑", Premise = "玛仁守着一座没有对岸的渡口。", Language = "中文" };

    private static readonly string[] Plans =
    [
        "A storm breaks over the harbour. The ferry cannot land. The children sing in the church. Nobody comes home. The bells ring.",
        "Ilse takes the key to the shed. She oils the padlock. Inside, the brother's coat hangs wet. She hears the buyer cast off. She runs back to the boat.",
        "The mayor gives a speech about taxes. A dog steals his hat. The crowd laughs. He leaves by the back door. His wife stays.",
    ];

    private const string Memory = "Ilse keeps the boat of her brother. The buyer has laid the key to the shed on the gunwale. What is in the shed is known only to Ilse.";
    private const string Paragraph = "Ilse took the letter from under the stone. Her hands were cold. She opened the letter and read the name of the buyer. Nobody spoke.";

    [Fact]
    public async Task Reply_WithoutTaste_ChoosesWhatMemorySpeaksOf()
    {
        var (reply, _) = await AskAsync(Card, Plans, Memory, Paragraph, new ChoiceOrder());

        Assert.Equal("2", reply[Section.Choice]);
        Assert.Matches("Ilse|shed|key|boat|brother", reply[Section.ChoiceReason]!);
    }

    [Fact]
    public async Task Reply_WithTaste_FollowsTheChoiceThatIsMostAlikeAndSaysWhich()
    {
        PastPick[] shown =
        [
            Pick(12, "The mayor gives a long speech about the harbour tax, and a dog steals his hat before the crowd."),
            Pick(15, "A stranger counts the lamps on the quay."),
        ];

        var (reply, _) = await AskAsync(Card, Plans, Memory, Paragraph, new ChoiceOrder(), shown);

        Assert.Equal(("3", "12"), (reply[Section.Choice], reply[Section.FollowedChoice]));
        Assert.Contains("12", reply[Section.ChoiceReason]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("when the letter is opened", "She opened the letter and read the name of the buyer.")]
    [InlineData("before anyone burns the letter", "")]
    [InlineData("before anyone dies", "")]
    [InlineData("until", "")]
    public async Task Reply_StopCondition_IsJudgedByItsWords(string condition, string passage)
    {
        var step = Samples.Step() with { Paragraph = Paragraph, ShortTermMemory = Memory };
        var reply = await new OfflineStory(Card, new StorySettings()).AskAsync(JudgementPrompt.Render(Card, step, condition, ReplyForm.Judgement));

        var verdict = StopVerdict.Read(StopVerdict.ToProposal(reply.Sections), Paragraph);

        Assert.Equal(new StopVerdict(passage.Length > 0, passage) { IsQuoted = passage.Length > 0 }, verdict);
    }

    [Fact]
    public async Task Reply_EverythingAllowed_RevisesAndExtends()
    {
        var order = new ChoiceOrder { MayRevise = true, Extends = true, StopCondition = "when the letter is opened" };

        var (reply, again) = await AskAsync(Card, Plans, Memory, Paragraph, order, [Pick(12, Plans[1])]);

        Assert.InRange(Prose.Sentences(reply[Section.RevisedPlan]!).Count, 5, 7);
        Assert.EndsWith("She runs back to the boat.", reply[Section.RevisedPlan], StringComparison.Ordinal);
        Assert.NotEqual(Plans[1], reply[Section.RevisedPlan]);
        Assert.Equal("yes", reply[Section.Verdict]);
        AssertExtended(Paragraph, reply[Section.ExtendedParagraph]!);
        Assert.Equal(reply.Sections, again.Sections);
    }

    [Fact]
    public async Task Reply_InChinese_IsChineseThroughout()
    {
        string[] plans = ["玛仁把灯挂回钩子上。她数着铜钱。帕维尔问起旧约。她没有回答。渡船动了。", "镇长在广场上讲话。一条狗叼走了他的帽子。大家笑了。"];
        const string paragraph = "玛仁把灯放在桥边。她打开了那封信。谁也没有说话。渡船停在河心。";
        var order = new ChoiceOrder { MayRevise = true, Extends = true, StopCondition = "信被打开的时候" };

        var (reply, _) = await AskAsync(ChineseCard, plans, "玛仁有一盏灯。帕维尔记得旧约。渡船停了。", paragraph, order, [Pick(12, "镇长在广场上讲话，一条狗叼走了他的帽子。")]);

        Assert.Equal(("2", "12", "yes"), (reply[Section.Choice], reply[Section.FollowedChoice], reply[Section.Verdict]));
        Assert.Equal("她打开了那封信。", reply[Section.VerdictPassage]);
        Assert.InRange(Prose.Sentences(reply[Section.RevisedPlan]!).Count, 5, 7);
        Assert.All([reply[Section.ChoiceReason]!, reply[Section.RevisedPlan]!], text => Assert.DoesNotMatch("[A-Za-z]", text));
        AssertExtended(paragraph, reply[Section.ExtendedParagraph]!);
    }

    [Fact]
    public async Task Reply_OnePlanAndOneSentence_IsStillAnswered()
    {
        var (reply, _) = await AskAsync(Card, ["Go."], "", "Rain.", new ChoiceOrder { MayRevise = true, Extends = true, StopCondition = "rain" });

        Assert.Equal(("1", "yes"), (reply[Section.Choice], reply[Section.Verdict]));
        Assert.InRange(Prose.Sentences(reply[Section.RevisedPlan]!).Count, 5, 7);
        Assert.True(Prose.Words(reply[Section.ExtendedParagraph]!) > 1);
    }

    // Each sentence that stood stands there still, in its order.
    private static void AssertExtended(string paragraph, string extended)
    {
        var at = 0;
        foreach (var sentence in Prose.Sentences(paragraph))
        {
            at = extended.IndexOf(sentence, at, StringComparison.Ordinal);
            Assert.True(at >= 0, sentence);
        }

        Assert.EndsWith(Prose.Sentences(paragraph)[^1], extended, StringComparison.Ordinal);
        Assert.InRange(Prose.Sentences(extended).Count, (2 * Prose.Sentences(paragraph).Count) - 1, 3 * Prose.Sentences(paragraph).Count);
    }

    private static PastPick Pick(int number, string chosen) => new(Guid.NewGuid(), Guid.NewGuid(), number, PlanSource.Own, chosen, []);

    private static async Task<(Reply Reply, Reply Again)> AskAsync(
        StoryCard card, string[] plans, string memory, string paragraph, ChoiceOrder order, IReadOnlyList<PastPick>? shown = null)
    {
        var step = Samples.Step() with { Paragraph = paragraph, ShortTermMemory = memory, Plans = [.. plans.Select((plan, i) => new OfferedPlan(i + 1, plan, plan))] };
        var request = new ChoiceRequest(card, step, order) { Shown = shown ?? [] };
        var prompt = ChoicePrompt.Render(request, request.Form);
        return (await new OfflineStory(card, new StorySettings()).AskAsync(prompt), await new OfflineStory(card, new StorySettings()).AskAsync(prompt));
    }
}
