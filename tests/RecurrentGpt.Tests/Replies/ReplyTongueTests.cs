using RecurrentGpt.Replies;

namespace RecurrentGpt.Tests.Replies;

public sealed class ReplyTongueTests
{
    private static readonly string[] Sentences =
    [
        "Maren puts the lamp down.", "“Why?” he asked.", "Memory is a strange thing.", "They cross the river 3 times.", "段落的开头没有声音。", "“把灯留下。”玛仁说。", "记忆是奇怪的东西……", "他数了3.5遍！",
        "「行こう。」と彼は言った。", "記憶は奇妙だ。", "理由はない！？", "段落の初めは静かだ。",
    ];

    [Fact]
    public void Read_TheSameSectionsUnderLabelsOfAnyTongue_AreTheSame()
    {
        var random = new Random(1117);
        ReplyForm[] forms = [ReplyForm.Step, ReplyForm.Opening, ReplyForm.OwnOpening, ReplyForm.NewPlans, ReplyForm.Reread, ReplyForm.Ending];
        for (var round = 0; round < 1_500; round++)
        {
            var form = forms[round % forms.Length];
            var sections = form.Sections.ToDictionary(section => section, _ => string.Concat(random.GetItems(Sentences, 1 + random.Next(4))));
            var between = round % 2 == 0 ? "\n" : "\n\n";

            Read("English", form.Sections.ToDictionary(section => section, section => Labels.Of(section, form)), ": ");
            foreach (var tongue in TongueReplies.Tongues)
            {
                Read(tongue.Name, form.Sections.ToDictionary(section => section, section => TongueReplies.LabelOf(section, form, tongue.Labels)), "：");
            }

            void Read(string tongue, Dictionary<Section, string> labels, string colon)
            {
                var text = string.Join(between, form.Sections.Select(section => labels[section] + colon + sections[section]));

                var reply = ReplyParser.Read(text, form, ReplyEnd.Stop);

                Assert.True(sections.OrderBy(section => section.Key).SequenceEqual(reply.Sections.OrderBy(section => section.Key)), $"{tongue}, {form.Name}, {round}: {text}");
            }
        }
    }

    [Fact]
    public void Add_ChineseAndJapaneseRepliesInPieces_ShowTheirParagraphs()
    {
        foreach (var tongue in TongueReplies.Tongues)
        {
            var text = TongueReplies.Render(ReplyForm.Step, tongue.Labels, tongue.Sections, label => label + "：", "\n");
            var reader = new ReplyReader(ReplyForm.Step);

            var pieces = text.Chunk(3).SelectMany(chunk => reader.Add(new string(chunk))).Concat(reader.End()).ToList();

            Assert.Equal(tongue.Sections[Section.Paragraph], string.Concat(pieces.OfType<ProsePiece>().Select(piece => piece.Text)));
            Assert.Equal(tongue.Sections[Section.Memory], Assert.Single(pieces.OfType<SectionPiece>(), piece => piece.Section == Section.Memory).Text);
        }
    }
}
