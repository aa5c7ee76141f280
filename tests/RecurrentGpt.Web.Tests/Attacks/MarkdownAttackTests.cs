using System.Text;
using AngleSharp.Html.Parser;
using Bunit;
using Markdig;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Features.Export;
using RecurrentGpt.Web.Tests.Features.Desk.Rewrite;
using RecurrentGpt.Web.Tests.Features.Export;
using Xunit.Abstractions;
using YamlDotNet.Serialization;

namespace RecurrentGpt.Web.Tests.Attacks;

/// <summary>Exported Markdown, read by somebody else's reader: one that takes raw HTML, and one that has every extension besides.</summary>
public sealed class MarkdownAttackTests(ITestOutputHelper output) : BunitContext
{
    private const string Next = "She went on, and nothing of what stood above came after her.";

    private static readonly MarkdownPipeline Plain = new MarkdownPipelineBuilder().UseYamlFrontMatter().Build();
    private static readonly MarkdownPipeline Extended = new MarkdownPipelineBuilder().UseYamlFrontMatter().UseAdvancedExtensions().UseEmojiAndSmiley().UseSmartyPants().Build();

    // What CommonMark makes, and what the extensions add; nothing that loads, runs or asks.
    private static readonly string[] Elements = ["html", "head", "body", "h1", "h2", "h3", "h4", "h5", "h6", "p", "em", "strong", "a", "ul", "ol", "li", "blockquote", "hr", "br"];
    private static readonly string[] More = [.. Elements, "table", "thead", "tbody", "tr", "th", "td", "col", "colgroup", "div", "span", "del", "ins", "mark", "sub", "sup", "dl", "dt", "dd", "abbr", "figure", "figcaption", "cite", "section", "footer", "pre", "code"];
    private static readonly string[] Attributes = ["href", "title", "id", "start", "class", "type", "style"];

    [Fact]
    public async Task Write_EveryAttack_IsNothingLiveInAnyReader()
    {
        var (plain, extended) = (new SafeMarkup(Elements, Attributes), new SafeMarkup(More, Attributes, "tel:", "ftp:"));

        foreach (var attack in Attack.All)
        {
            var file = await FileOfAsync(attack);

            Assert.True(Faults(file, Plain, plain) is [], $"{attack.Text}\n{string.Join("; ", Faults(file, Plain, plain).Take(3))}\n{file}");
            Assert.True(Faults(file, Extended, extended) is [], $"{attack.Text}\n{string.Join("; ", Faults(file, Extended, extended).Take(3))}\n{file}");
        }

        var told = FormattableString.Invariant($"attack corpus: {Attack.All.Count} strings in exported Markdown, 4 places each, 2 readers: {plain.Seen + extended.Seen:N0} elements, 0 that are live");
        Counts.Write("attacks-markdown", told);
        output.WriteLine(told);
    }

    [Fact]
    public async Task Write_EveryAttack_ReadsAsItDoesOnTheScreen()
    {
        var wrong = new List<string>();
        var drawn = Render<ProseView>(part => part.Add(view => view.Text, Next));
        foreach (var attack in Attack.All)
        {
            drawn.Render(part => part.Add(view => view.Text, attack.Text));
            var screen = drawn.Find(".prose").TextContent;
            var read = Letters(Parsed(await FileOfAsync(attack), Plain).Body!.TextContent);
            var shown = Letters($"{Heading(attack.Text)} {attack.Text} {screen} {Next} {screen}");

            if (read != shown)
            {
                wrong.Add($"{attack.Text}\n  screen {shown}\n  file   {read}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count}:\n{string.Join('\n', wrong.Select(text => text.Length > 1_500 ? $"{text[..200]} … {text[^600..]}" : text))}");
    }

    [Fact]
    public async Task Write_EveryAttackAsATitle_IsFrontMatterThatIsReadBackToTheLetter()
    {
        var reader = new DeserializerBuilder().Build();
        foreach (var attack in Attack.All)
        {
            var file = await FileOfAsync(attack, hasSteps: false);

            var front = reader.Deserialize<Dictionary<string, string>>(file[4..file.IndexOf("\n---\n", StringComparison.Ordinal)]);

            Assert.Equal(["title", "genre", "language", "date", "words"], front.Keys);
            Assert.Equal((string.IsNullOrWhiteSpace(attack.Text) ? "Untitled story" : attack.Stored, attack.Stored, attack.Stored), (front["title"], front["genre"], front["language"]));
        }
    }

    [Fact]
    public void Prose_ThatIsOrdinary_StaysAsItIsTyped()
    {
        var random = new Random(31);
        string[] typed =
        [
            "“Why?” — she asked… ‘No.’ 5 * 3, a < b, <3, x<5, 1 > 0 & more; R&D; [sic], (so), {once, ~30 °C, rock ` roll, $5 ^ 2 | 3 = 6 - 1.",
            "- a list\n- of *two*\n\n> quoted\n\n***\n\n## A heading\n\n[the map](https://example.org/a_b?c=<d>)",
            "  two spaces\n\ttab in the middle\nlast \\* \\\\ line.",
            .. Enumerable.Range(0, 500).Select(_ => RandomMarkdown.Of(random).Source.ReplaceLineEndings("\n")),
        ];

        Assert.All(typed, text => Assert.Equal(text, MarkdownProse.Of(text)));
    }

    // Two attacks beside each other, within words that are set.
    [Fact]
    public void Prose_OfRandomAttacksTogether_IsNothingLive()
    {
        var random = new Random(32);
        var attacks = Attack.OfAtMost(200);
        string[] between = ["\n", "\n\n", " ", "", "*", "**", "\n> ", "\n- ", "\\", "`", "\n\n    ", "<", "[", "{"];
        for (var i = 0; i < 4_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, 3).Select(_ => attacks[random.Next(attacks.Count)].Text + between[random.Next(between.Length)]));
            var file = MarkdownProse.Of(text);

            Assert.True(Faults(file, Plain, new SafeMarkup(Elements, Attributes)) is [], $"{text}\n---\n{file}");
            Assert.True(Faults(file, Extended, new SafeMarkup(More, Attributes, "tel:", "ftp:")) is [], $"{text}\n---\n{file}");
        }
    }

    private static async Task<string> FileOfAsync(Attack attack, bool hasSteps = true)
    {
        var card = new StoryCard { Title = attack.Text, Genre = attack.Text, Language = attack.Text };
        using var stream = new MemoryStream();
        Step[] steps = [ExportedSteps.Opening(1, attack.Text) with { Chapter = attack.Text }, ExportedSteps.Opening(2, Next), ExportedSteps.Opening(3, attack.Text)];
        await MarkdownExport.WriteAsync(ExportedSteps.Story(card, hasSteps ? steps : []), stream, CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Heading(string title) => string.IsNullOrWhiteSpace(title) ? "Untitled story" : title;

    private static IReadOnlyList<string> Faults(string markdown, MarkdownPipeline reader, SafeMarkup safe) => Html(markdown, reader) is { } html ? safe.FaultsOf(new HtmlParser().ParseDocument(html)) : [];

    private static AngleSharp.Html.Dom.IHtmlDocument Parsed(string markdown, MarkdownPipeline reader) => new HtmlParser().ParseDocument(Html(markdown, reader) ?? markdown);

    // A reader that gives up shows nothing that could be live.
    private static string? Html(string markdown, MarkdownPipeline reader)
    {
        try
        {
            return Markdown.ToHtml(markdown, reader);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // All that is neither a space nor without a shape; a null becomes another sign in a reader.
    private static string Letters(string text) => string.Concat(text.EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && rune.Value is not (0xFFFD or 0xFEFF)).Select(rune => rune.ToString()));
}
