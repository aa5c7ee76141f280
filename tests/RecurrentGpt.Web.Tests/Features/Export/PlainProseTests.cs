using RecurrentGpt.Web.Features.Export;
using RecurrentGpt.Web.Tests.Attacks;
using RecurrentGpt.Web.Tests.Features.Desk.Rewrite;

namespace RecurrentGpt.Web.Tests.Features.Export;

public sealed class PlainProseTests
{
    [Theory]
    [InlineData("Mara counted the lamps - twice - and came to one more: \"It is not ours,\" she said!")]
    [InlineData("“One.”\nTwo; three…\n\n—Four, said she.")]
    [InlineData("　　她数了数码头上的灯（两遍）。\n「多了一盏。」")]
    [InlineData("")]
    public void Is_WordsAlone_IsPlain(string text) => Assert.True(PlainProse.Is(text));

    [Theory]
    [InlineData("It was *not* ours.")]
    [InlineData("One.\n- Two.")]
    [InlineData("One.\n    Two.")]
    [InlineData("One.\n1. Two.")]
    [InlineData("One <b>two</b>.")]
    [InlineData("One\u0007two.")]
    [InlineData("One\r\ntwo.")]
    [InlineData(" One.")]
    public void Is_AnythingThatAReaderMayTakeForMore_IsNot(string text) => Assert.False(PlainProse.Is(text));

    [Fact]
    public void Is_AnyText_IsPlainOnlyWhereReadingItAsMarkdownLeavesItAsItIs()
    {
        var random = new Random(20261122);
        var texts = Attack.All.Select(attack => attack.Text)
            .Concat(Enumerable.Range(0, 500).Select(_ => RandomMarkdown.Of(random).Source))
            .Concat(Enumerable.Range(0, 2_000).Select(_ => Scrambled(random)));

        var plain = texts.Where(PlainProse.Is).ToList();

        Assert.All(plain, text => Assert.Equal(text, MarkdownProse.Read(text)));
        Assert.InRange(plain.Count, 200, 1_500);
    }

    // Words, and in between now and then a sign or the beginning of a line.
    private static string Scrambled(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(12) switch
    {
        0 => "\n",
        1 => "\n\n",
        2 => ", \"so\"",
        3 => " - ",
        4 when random.Next(4) == 0 => $"{"!#'()+-.:;=?@/1 \t"[random.Next(17)]}",
        _ => random.Next(2) == 0 ? "lamp " : "灯",
    }));
}
