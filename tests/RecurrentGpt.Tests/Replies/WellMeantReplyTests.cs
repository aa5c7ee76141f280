using RecurrentGpt.Replies;
using Xunit.Abstractions;
using static RecurrentGpt.Tests.Replies.SampleReply;

namespace RecurrentGpt.Tests.Replies;

/// <summary>Complete replies that were dressed and wrapped at random, in ways that leave no doubt about what is meant.</summary>
public sealed class WellMeantReplyTests(ITestOutputHelper output)
{
    private const int Variants = 10_000;

    private static readonly (ReplyForm Form, IReadOnlyDictionary<Section, string> Sections)[] Samples =
        [(ReplyForm.Step, Step), (ReplyForm.Step, ChineseStep), (ReplyForm.Opening, Opening)];

    private static readonly string[] Before = ["", "", "**", "## ", "### **", "- ", "* ", "> ", "1. ", "[", "【", "<", "📝 ", "__", "`"];

    private static readonly string[] Behind = [":\n", ": ", "：", "\n", " - ", " — ", ":\n\n", " (as asked):\n"];

    private static readonly string[] Between = ["\n\n", "\n", "\n\n---\n\n", "\n\n\n\n", "  \n\n"];

    private static readonly (string Name, Func<string, string> Wrap)[] Wraps =
    [
        ("bare", text => text),
        ("CRLF", text => "\uFEFF" + text.ReplaceLineEndings("\r\n")),
        ("thinking", text => $"<think>\nOutput Paragraph: a lamp, perhaps.\n</think>\n{text}"),
        ("fence", text => $"```\n{text}\n```"),
        ("greeting", text => $"Of course. Here it is:\n\n{text}"),
        ("remark", text => $"{text}\n\nLet me know how you would like to go on!"),
        ("tokens", text => $"<|im_start|>assistant\n{text}<|im_end|>"),
    ];

    [Fact]
    public void Read_WellMeantVariants_AreReadWithoutARepair()
    {
        var random = new Random(20261121);
        var score = new ReplyScore();
        for (var i = 0; i < Variants; i++)
        {
            var (form, sections) = Samples[random.Next(Samples.Length)];
            var (name, wrap) = Wraps[random.Next(Wraps.Length)];
            var text = wrap(Write(sections, form, Dress(random), Between[random.Next(Between.Length)]));

            score.Add(name, new ReplyCase(name, form, text, sections), ReplyParser.Read(text, form, ReplyEnd.Stop));
        }

        score.Print(output);
        Assert.True(score.Right >= Variants * 0.95, $"{score.Right} right, {score.Refused} refused, {score.Wrong} wrong");
        Assert.True(score.Wrong <= MostWrong, $"{score.Wrong} wrong");
    }

    // One dress for all labels of a reply, as a model does it.
    private static Func<string, string> Dress(Random random)
    {
        var before = Before[random.Next(Before.Length)];
        var close = before.Trim() switch { "**" or "### **" => "**", "[" => "]", "【" => "】", "<" => ">", "__" => "__", "`" => "`", _ => "" };
        var behind = Behind[random.Next(Behind.Length)];
        var isLoud = random.Next(6) == 0;
        return label => $"{before}{(isLoud ? label.ToUpperInvariant() : label)}{close}{behind}";
    }

    // The observed figure: no better is known, and no worse is let in.
    private const int MostWrong = 0;
}
