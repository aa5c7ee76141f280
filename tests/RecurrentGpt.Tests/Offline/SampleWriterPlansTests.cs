using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Offline;

public sealed class SampleWriterPlansTests
{
    private static readonly StorySettings Settings = new();

    public static TheoryData<string, string, string> Stories { get; } = new()
    {
        { "English", "Mystery", "Ilse will not sell her brother’s boat." },
        { "English", "Fantasy", "Mara keeps an orchard of glass trees that hum at night." },
        { "English", "Science Fiction", "A salvage crew answers a distress call from its own ship." },
        { "English", "Western", "Sheriff Cole guards a well that ran dry." },
        { "English", "Young Adult", "" },
        { "中文", "悬疑", "林晚在旧茶馆里找到一枚刻着锚的铜扣。" },
        { "中文", "奇幻", "一座玻璃果园在夜里低鸣。" },
        { "中文", "科幻", "打捞船收到了自己发出的求救信号。" },
        { "中文", "爱情", "沈默在渡口等一封寄错的信。" },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Reply_OfEveryStepOfAStory_OffersPlansThatDiffer(string language, string genre, string premise)
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            var story = new OfflineStory(Card(language, genre, premise), Settings, seed);
            await story.OpenAsync();
            for (var step = 0; step < 12; step++)
            {
                AssertDiffer(story.Plans);
                await story.StepAsync(story.Plans[step % 3]);
            }

            AssertDiffer(story.Plans);
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Reply_OnePlanWithAWish_TakesTheWishUpAndDiffersFromThoseThatStand(string language, string genre, string premise)
    {
        var card = Card(language, genre, premise);
        var story = new OfflineStory(card, Settings);
        await story.OpenAsync();
        for (var number = 1; number <= 3; number++)
        {
            var wanted = PlansWanted.Of([.. story.Plans.Select((text, index) => new OfferedPlan(index + 1, text, text))], number, "更安静 quieter. And more.")!;

            var reply = await story.AskAsync(NewPlansPrompt.Render(card, Settings, story.Last, story.Memory, wanted));

            var plan = reply[Section.Instruction1 + number - 1]!;
            Assert.Contains("更安静 quieter", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("And more", plan, StringComparison.Ordinal);
            AssertDiffer([.. wanted.Standing.Values, plan]);
        }
    }

    [Fact]
    public async Task Reply_APlanWithAWish_IsToldWithoutTheWish()
    {
        var story = new OfflineStory(Card("English", "Mystery", "Ilse will not sell her brother’s boat."), Settings);
        await story.OpenAsync();

        var reply = await story.StepAsync("Ilse hides the key. It keeps to your wish: quieter.");

        Assert.DoesNotContain("wish", reply[Section.Paragraph], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Reply_AnotherPlanInPlaceOfOneThatIsTooClose_IsFarFromAll()
    {
        var card = Card("English", "Mystery", "Ilse will not sell her brother’s boat.");
        var story = new OfflineStory(card, Settings);
        await story.OpenAsync();
        var wanted = new PlansWanted
        {
            Numbers = [3],
            Replaced = [story.Plans[0] + " She is in a hurry."],
            Standing = new Dictionary<int, string> { [1] = story.Plans[0], [2] = story.Plans[1] },
        };

        var reply = await story.AskAsync(DifferentPlanPrompt.Render(card, Settings, story.Last, story.Memory, wanted, tooCloseTo: 1));

        AssertDiffer([story.Plans[0], story.Plans[1], reply[Section.Instruction3]!]);
    }

    private static StoryCard Card(string language, string genre, string premise) => new() { Title = "The Slip", Genre = genre, Premise = premise, Language = language };

    private static void AssertDiffer(IReadOnlyList<string> plans)
    {
        for (var i = 0; i < plans.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                Assert.False(PlanLikeness.AreTooClose(plans[i], plans[j]), $"{PlanLikeness.Of(plans[i], plans[j]):0.00}\n{plans[j]}\n{plans[i]}");
            }
        }
    }
}
