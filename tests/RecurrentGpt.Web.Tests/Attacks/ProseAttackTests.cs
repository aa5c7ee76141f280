using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bunit;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using Xunit.Abstractions;

namespace RecurrentGpt.Web.Tests.Attacks;

/// <summary>What the writer of prose makes of attacks, whole and as they stream in.</summary>
public sealed partial class ProseAttackTests(ITestOutputHelper output) : BunitContext
{
    private const int Fewest = 250;
    private const int LongestCut = 36;

    [Fact]
    public void Render_EveryAttack_IsAllowedMarkupAndLosesNoLetter()
    {
        var prose = SafeMarkup.OfProse();
        var drawn = Render<ProseView>(part => part.Add(view => view.Text, "Nothing yet."));

        foreach (var attack in Attack.All)
        {
            drawn.Render(part => part.Add(view => view.Text, attack.Text));

            var shown = drawn.Find(".prose");
            Assert.True(prose.FaultsOf(shown) is [], Told(attack.Text, prose.FaultsOf(shown)));
            Assert.True(Lost(attack.Text, shown) is "", $"{attack.Kind}: {Short(attack.Text)} has lost {Lost(attack.Text, shown)}");
        }

        Assert.True(Attack.All.Select(attack => attack.Text).Distinct().Count() >= Fewest);
        Tell("renderer", $"attack corpus: {Attack.All.Count} strings of {Attack.All.Select(attack => attack.Kind).Distinct().Count()} kinds through the renderer: {prose.Seen:N0} elements, 0 that are not allowed, 0 letters lost");
    }

    [Fact]
    public void Render_EveryBeginningOfAnAttack_IsAllowedMarkup()
    {
        var prose = SafeMarkup.OfProse();
        var drawn = Render<ProseView>(part => part.Add(view => view.Text, "Nothing yet."));
        var cuts = 0;

        foreach (var text in Attack.OfAtMost(LongestCut).Select(attack => attack.Text))
        {
            for (var end = 1; end < text.Length; end++, cuts++)
            {
                drawn.Render(part => part.Add(view => view.Text, text[..end]));

                Assert.True(prose.FaultsOf(drawn.Find(".prose")) is [], Told(text[..end], prose.FaultsOf(drawn.Find(".prose"))));
            }
        }

        Tell("beginnings", $"attack corpus: {cuts:N0} beginnings of attacks as prose: {prose.Seen:N0} elements, 0 that are not allowed");
    }

    [Fact]
    public void Stream_CutAnywhere_IsTextAloneToTheLetter()
    {
        var streamed = new SafeMarkup(["span"], ["class", "aria-hidden"]);
        var drawn = Render<GrowingProse>(part => part.Add(view => view.Paragraph, Growing()));
        var cuts = 0;

        // The parser of the test takes one of the signs that are none for the end of all, has one kind of line end, and leaves out the letter zero.
        foreach (var text in Attack.OfAtMost(LongestCut).Select(attack => attack.Text).Where(text => text.IndexOfAny(['\uFFFF', '\r']) < 0))
        {
            for (var at = 1; at < text.Length; at++, cuts++)
            {
                drawn.Render(part => part.Add(view => view.Paragraph, Growing(text[..at], text[at..])));

                Assert.True(streamed.FaultsOf(drawn.Find("p")) is [], Told(text, streamed.FaultsOf(drawn.Find("p"))));
                Assert.Equal(text.Replace("\0", "", StringComparison.Ordinal), drawn.Find("p").TextContent.Replace("\0", "", StringComparison.Ordinal));
                Assert.Single(drawn.FindAll("p > span"));
            }
        }

        Tell("stream", $"attack corpus: {cuts:N0} cuts of attacks in the stream: {streamed.Seen:N0} elements, 0 that are not allowed");

        static LiveParagraph Growing(params string[] pieces) => new(1, pieces, IsGrowing: true);
    }

    [Fact]
    public void Render_LinkThatIsNotFollowed_IsShownAsItIsWritten()
    {
        foreach (var text in (string[])["[press](javascript:owned())", "![spy](https://evil.example/spy.png \"a title\")", "[1]: javascript:owned()", "[press](//evil.example/path)"])
        {
            Assert.Equal(text, Render<ProseView>(part => part.Add(view => view.Text, text)).Find("p").TextContent);
        }
    }

    [Fact]
    public void Render_BracketThatOpensNoLink_IsShown()
    {
        foreach (var text in (string[])["He said [sic", "[press][1]", "![spy", "a [b [c] d"])
        {
            Assert.Equal(text, Render<ProseView>(part => part.Add(view => view.Text, text)).Find("p").TextContent);
        }
    }

    [Fact]
    public void Render_EmphasisNestedWithoutEnd_EndsAndLosesNoLetter()
    {
        var text = string.Concat(Enumerable.Repeat("*a **b ", 1_500)) + string.Concat(Enumerable.Repeat("c** d*", 1_500));

        var prose = Render<ProseView>(part => part.Add(view => view.Text, text)).Find(".prose");

        Assert.Empty(Lost(text, prose));
    }

    private static string Lost(string text, IElement shown)
    {
        var more = shown.QuerySelectorAll("a, ol").Select(element => element.GetAttribute("href") + element.GetAttribute("title") + element.GetAttribute("start"));
        var letters = (shown.TextContent + string.Concat(more)).Where(char.IsLetterOrDigit).CountBy(letter => letter).ToDictionary();
        return string.Concat(Entity().Replace(text, "").Where(char.IsLetterOrDigit).CountBy(letter => letter).Where(letter => letters.GetValueOrDefault(letter.Key) < letter.Value).Select(letter => letter.Key));
    }

    private static string Told(string text, IEnumerable<string> faults) => $"{Short(text)}: {string.Join("; ", faults.Take(3))}";

    private static string Short(string text) => text.Length > 100 ? $"{text[..100]}…" : text;

    private void Tell(string name, FormattableString line)
    {
        var told = FormattableString.Invariant(line);
        Counts.Write($"attacks-{name}", told);
        output.WriteLine(told);
    }

    [GeneratedRegex("&#?[A-Za-z0-9]+;", RegexOptions.NonBacktracking)]
    private static partial Regex Entity();
}
