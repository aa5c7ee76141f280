using RecurrentGpt.Web.Features.Desk.Rewrite;

namespace RecurrentGpt.Web.Tests.Features.Desk.Rewrite;

public sealed class ProseMapTests
{
    private const int Texts = 2_000;

    [Theory]
    [InlineData("She went down.", "went", "went")]
    [InlineData("She went down.", "he wen", "She went")]
    [InlineData("She *never* went.", "never", "never")]
    [InlineData("She *never* went.", "never went", "*never* went")]
    [InlineData("She *never ever* went.", "ever went", "*never ever* went")]
    [InlineData("She ***never*** went.", "She never", "She ***never***")]
    [InlineData("She **read *all* of it** twice.", "read all", "read *all*")]
    [InlineData("She **read *all* of it** twice.", "all of it twice", "**read *all* of it** twice")]
    [InlineData("Salt &amp; rope, and 5 \\* 3.", "& rope", "&amp; rope")]
    [InlineData("Salt &amp; rope, and 5 \\* 3.", "5 * 3", "5 \\* 3")]
    [InlineData("See [the map](https://example.org/map) there.", "map", "map")]
    [InlineData("See [the map](https://example.org/map) there.", "map there", "[the map](https://example.org/map) there")]
    [InlineData("One.\n\nTwo three.", "One.Two", "One.\n\nTwo")]
    [InlineData("One.\r\nTwo.\r\n\r\nThree.", "Two.Three", "Two.\r\n\r\nThree")]
    [InlineData("## Under the house\n\nShe went.", "house", "house")]
    [InlineData("## Under the house\n\nShe went.", "houseShe", "## Under the house\n\nShe")]
    [InlineData("She read:\n\n> Come at once.\n\nShe went.", "at onc", "at once")]
    [InlineData("She read:\n\n> Come at once.\n\nShe went.", "once.She", "> Come at once.\n\nShe")]
    [InlineData("- salt\n- rope\n- a lamp", "opea", "- rope\n- a lamp")]
    [InlineData("她把灯留在码头。", "灯留", "灯留")]
    [InlineData("Mara 😀 laughed.", "😀", "😀")]
    public void Find_MarkedOnTheScreen_IsThePassageInTheSource(string source, string words, string expected)
    {
        var map = ProseMap.Of(source);
        var start = map.Shown.IndexOf(words, StringComparison.Ordinal);

        var found = map.Find(start, start + words.Length, words, words);

        Assert.Equal(expected, found is var (from, length) ? source.Substring(from, length) : null);
    }

    [Theory]
    [InlineData(0, 3, "Who")]
    [InlineData(-1, 3, "She")]
    [InlineData(0, 99, "She")]
    [InlineData(3, 4, " ")]
    public void Find_AnotherTextThanTheBrowserShows_IsNotMapped(int start, int end, string words)
    {
        Assert.Null(ProseMap.Of("She went.").Find(start, end, words, words));
    }

    [Fact]
    public void Find_EveryWordOfRandomMarkdown_LiesInItsPassage()
    {
        var random = new Random(21);
        for (var i = 0; i < Texts; i++)
        {
            var (source, words) = RandomMarkdown.Of(random);
            var map = ProseMap.Of(source);

            foreach (var word in words)
            {
                var start = map.Shown.IndexOf(word, StringComparison.Ordinal);
                var found = map.Find(start, start + word.Length, word, word);

                Assert.True(found is var (from, length) && source.Substring(from, length).Contains(word, StringComparison.Ordinal), $"{word} in\n{source}");
            }
        }
    }

    [Fact]
    public void Find_AnySelectionOfRandomMarkdown_CanBeReplacedAndNothingElseChanges()
    {
        var random = new Random(22);
        for (var i = 0; i < Texts; i++)
        {
            var (source, words) = RandomMarkdown.Of(random);
            var map = ProseMap.Of(source);
            var ends = new[] { words[random.Next(words.Count)], words[random.Next(words.Count)] };
            var places = ends.SelectMany(word => new[] { map.Shown.IndexOf(word, StringComparison.Ordinal), map.Shown.IndexOf(word, StringComparison.Ordinal) + word.Length }).ToList();
            var (start, end) = (places.Min(), places.Max());

            var (from, length) = map.Find(start, end, "", "")!.Value;

            var passage = source.Substring(from, length);
            var replaced = ProseMap.Of(string.Concat(source.AsSpan(0, from), "xyzzy", source.AsSpan(from + length))).Shown;
            var kept = words.Where(word => !passage.Contains(word, StringComparison.Ordinal)).ToList();
            Assert.All(ends, word => Assert.Contains(word, passage, StringComparison.Ordinal));
            Assert.Equal(Marks(map.Shown), Marks(replaced));
            Assert.Equal([.. kept, "xyzzy"], Words(replaced).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Pieces_OfAnyText_AreWhatTheBrowserShows()
    {
        const string Deep = ">>>>";
        var source = string.Concat(Enumerable.Repeat(Deep, 2_000)) + " deep down";

        var map = ProseMap.Of(source);

        Assert.Equal("down", map.Find(map.Shown.Length - 4, map.Shown.Length, "down", "down") is var (from, length) ? source.Substring(from, length) : null);
    }

    private static int Marks(string shown) => shown.Count(c => c is '*' or '_' or '>' or '#' or '[');

    private static IEnumerable<string> Words(string shown) => RandomMarkdown.WordsOf(shown);
}
