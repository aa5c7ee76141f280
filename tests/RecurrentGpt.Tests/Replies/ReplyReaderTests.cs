using System.Text;
using RecurrentGpt.Replies;
using static RecurrentGpt.Tests.Replies.SampleReply;

namespace RecurrentGpt.Tests.Replies;

public sealed class ReplyReaderTests
{
    public static TheoryData<string> Names => [.. DressedReplies.All.Select(reply => reply.Name), .. Shown.Select(reply => reply.Name)];

    private static IEnumerable<ReplyCase> Shown =>
    [
        new("scene break", ReplyForm.Step, Plain(Paragraph("One.\n\n***\n\nTwo."), ReplyForm.Step), Paragraph("One.\n\n***\n\nTwo.")),
        new("emphasis at both ends", ReplyForm.Step, Plain(Paragraph("*One* and **two**"), ReplyForm.Step), Paragraph("*One* and **two**")),
        new("signs that begin tokens", ReplyForm.Step, Plain(Paragraph("One < two [three] <| four </ five."), ReplyForm.Step), Paragraph("One < two [three] <| four </ five.")),
        new("many blank lines and spaces at line ends", ReplyForm.Step, Plain(Step, ReplyForm.Step).Replace("\n", "  \n\n\n", StringComparison.Ordinal), Step),
        new("rules between", ReplyForm.Step, Write(Step, ReplyForm.Step, label => $"## {label}\n\n", "\n\n---\n\n"), Step),
        new("CRLF, thinking, tokens", ReplyForm.Step, "\uFEFF<think>\nOutput Paragraph: no\n</think>\r\n" + Plain(Step, ReplyForm.Step).ReplaceLineEndings("\r\n") + "<|im_end|>\nmore", Step),
        new("thinking whose opening was in the prompt", ReplyForm.Step, "Let me see.\n</think>\n" + Plain(Step, ReplyForm.Step), Step),
        new("label words in the prose", ReplyForm.Step, Plain(Paragraph("Paragraph 2 of the treaty said no.\nMemory is strange.\nPlan - what plan?"), ReplyForm.Step),
            Paragraph("Paragraph 2 of the treaty said no.\nMemory is strange.\nPlan - what plan?")),
        new("a paragraph that quotes a paragraph", ReplyForm.Opening, Plain(Treaty, ReplyForm.Opening), Treaty),
        new("headings that are no section", ReplyForm.Step, Plain(Step, ReplyForm.Step).Replace("Rationale:", "Output Memory:\n\nRationale:", StringComparison.Ordinal)
            .Replace("Instruction 1:", "Output Instruction:\nInstruction 1:", StringComparison.Ordinal), Without(Step, Section.Memory)),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Add_WellFormedReplyCutAnywhere_ShowsWhatTheParserReads(string name)
    {
        var expected = DressedReplies.All.Concat(Shown).First(reply => reply.Name == name);
        var parsed = ReplyParser.Read(expected.Text, expected.Form, ReplyEnd.Stop);
        var random = new Random(name.Length);

        foreach (var longest in new[] { 1, 2, 3, 7, 40, 1_000 })
        {
            var shown = Show(expected.Form, Cut(expected.Text, longest, random));

            Assert.All(expected.Sections.Keys, section => Assert.Equal(parsed[section], shown.GetValueOrDefault(section)));
        }
    }

    [Fact]
    public void Add_EveryReplyOfTheCorpusInRandomPieces_ShowsWhatItShowsWhole()
    {
        var random = new Random(2026);
        foreach (var reply in Corpus.All.Where(reply => !BeginsInThinking(reply.Text)))
        {
            var whole = Show(reply.Form, [reply.Text]);

            foreach (var longest in new[] { 1, 5, 60 })
            {
                var pieces = Show(reply.Form, Cut(reply.Text, longest, random));

                Assert.True(whole.OrderBy(section => section.Key).SequenceEqual(pieces.OrderBy(section => section.Key)), reply.Name);
            }
        }
    }

    // What came before such a mark was shown already, and is taken back only when the reply is read as a whole.
    private static bool BeginsInThinking(string text) => text.Contains("</think>", StringComparison.Ordinal) && !text.Contains("<think>", StringComparison.Ordinal);

    [Fact]
    public void Add_ParagraphStillOpen_ShowsAllButWhatMayBeALabel()
    {
        var reader = new ReplyReader(ReplyForm.Step);

        var text = Text(reader.Add("Output Paragraph:\nThe ferry stopped. \n\nPara"));

        Assert.Equal("The ferry stopped.", text);
    }

    [Fact]
    public void Add_LabelLetterByLetter_NeverShowsIt()
    {
        var reader = new ReplyReader(ReplyForm.Step);

        var text = string.Concat("Output Paragraph:\nThe ferry stopped.\n\n**Paragraph Summary:**\nIt stopped.".Select(letter => Text(reader.Add(letter.ToString()))));

        Assert.Equal("The ferry stopped.", text);
    }

    [Fact]
    public void Add_ProseThatOnlyBeginsLikeALabel_IsShownOnceItIsClear()
    {
        var reader = new ReplyReader(ReplyForm.Step);
        _ = reader.Add("Output Paragraph:\nParagraph");

        var text = Text(reader.Add(" 2 of the treaty"));

        Assert.Equal("Paragraph 2 of the treaty", text);
    }

    [Fact]
    public void Add_NextLabel_HandsOverTheSectionBeforeIt()
    {
        var reader = new ReplyReader(ReplyForm.Step);
        var before = reader.Add("Updated Memory:\nThe ferry stopped.\n").ToList();

        var pieces = reader.Add("Instruction 1: ").Concat(reader.Add("G")).ToList();

        Assert.Empty(before);
        Assert.Equal([new SectionPiece(Section.Memory, "The ferry stopped.")], pieces);
    }

    [Fact]
    public void End_PlansAsAList_HandsOverEachOfThem()
    {
        var reader = new ReplyReader(ReplyForm.NewPlans);
        _ = reader.Add("Instructions:\n1. Go.\n2. Stay.\n3. Swim.");

        var pieces = reader.End();

        Assert.Equal([new SectionPiece(Section.Instruction1, "Go."), new SectionPiece(Section.Instruction2, "Stay."), new SectionPiece(Section.Instruction3, "Swim.")], pieces);
    }

    [Fact]
    public void Add_NothingButThinkingOrJson_ShowsNothing()
    {
        var thinking = Show(ReplyForm.Step, ["<thi", "nk>Output Paragraph:\nA lamp."]);
        var json = Show(ReplyForm.Step, ["{\n", "\"Output Paragraph\": \"A lamp.\"}"]);

        Assert.Empty(thinking);
        Assert.Empty(json);
    }

    private static Dictionary<Section, string> Treaty => new(Opening) { [Section.Paragraph2] = "He read from the wall.\nParagraph 2: no vessel crosses." };

    private static Dictionary<Section, string> Paragraph(string text) => new(Step) { [Section.Paragraph] = text };

    private static string Text(IEnumerable<ReplyPiece> pieces) => string.Concat(pieces.Select(piece => Assert.IsType<ProsePiece>(piece).Text));

    private static Dictionary<Section, string> Show(ReplyForm form, IEnumerable<string> chunks)
    {
        var reader = new ReplyReader(form);
        var shown = new Dictionary<Section, StringBuilder>();
        List<ReplyPiece> pieces = [.. chunks.SelectMany(reader.Add)];
        pieces.AddRange(reader.End());
        foreach (var piece in pieces)
        {
            if (!shown.TryGetValue(piece.Section, out var text))
            {
                shown[piece.Section] = text = new StringBuilder();
            }

            text.Append(piece is ProsePiece prose ? prose.Text : ((SectionPiece)piece).Text);
        }

        return shown.ToDictionary(section => section.Key, section => section.Value.ToString());
    }

    private static IEnumerable<string> Cut(string text, int longest, Random random)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(text.Length - at, random.Next(1, longest + 1));
            yield return text.Substring(at, length);
            at += length;
        }
    }
}
