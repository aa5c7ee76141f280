using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Offline;

public sealed class SampleWriterRewriteTests
{
    private const string English = """
        Ilse had painted over the old name of the boat in March, and nobody on the slip asked why. Her brother Jan had been gone two winters. On Friday a man came down
        the steps with a key in his hand. “No,” she said, and he went away. The lamp was out.
        """;

    private const string Chinese = "玛仁把灯放在桥边，谁也没有说话。渡船忽然停在河心。她看着对岸，那里没有灯。“走吧。”他说。";

    public static TheoryData<string, string> Asked => new()
    {
        { English, "Tighter" },
        { English, "More menace" },
        { English, "Slower" },
        { English, "Plainer" },
        { English, "as she would tell it to a child" },
        { Chinese, "Tighter" },
        { Chinese, "更紧凑" },
        { Chinese, "更阴森" },
        { Chinese, "慢一点" },
        { Chinese, "像讲给孩子听" },
    };

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task Reply_AnyPassage_IsAnother(string paragraph, string instruction)
    {
        var random = new Random(5);
        for (var i = 0; i < 60; i++)
        {
            var start = random.Next(paragraph.Length - 1);
            var range = start..(start + 1 + random.Next(paragraph.Length - start));
            var passage = paragraph[range].Trim();
            if (passage.Any(char.IsLetter))
            {
                Assert.NotEqual(passage, await WriteAsync(paragraph, range, instruction));
            }
        }
    }

    [Theory]
    [InlineData(English, "Tighter")]
    [InlineData("The very old lamp stood quietly on the sill.", "shorter, please")]
    [InlineData("She went down, and the door fell shut.", "cut it")]
    [InlineData("the key of the house", "tighter")]
    [InlineData(Chinese, "更紧凑")]
    [InlineData("他终于把门关上了。", "短一点")]
    public async Task Reply_AskedToBeTighter_IsShorter(string passage, string instruction)
    {
        var written = await WriteAsync(passage, .., instruction);

        Assert.InRange(written.Length, 1, passage.Length - 1);
    }

    private static async Task<string> WriteAsync(string paragraph, Range passage, string instruction)
    {
        var step = Samples.Step() with { Paragraph = paragraph };
        var reply = await new OfflineStory(Samples.Card, new StorySettings()).AskAsync(RewritePrompt.Render(Samples.Card, step, passage, instruction));
        return reply[Section.RewrittenPassage]!;
    }
}
