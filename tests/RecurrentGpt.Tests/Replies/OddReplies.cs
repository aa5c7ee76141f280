using RecurrentGpt.Replies;
using static RecurrentGpt.Tests.Replies.SampleReply;

namespace RecurrentGpt.Tests.Replies;

/// <summary>Complete replies that take some reading.</summary>
internal static class OddReplies
{
    private static readonly string Good = Plain(Step, ReplyForm.Step);

    internal static IEnumerable<ReplyCase> All => [.. Wrapped, .. Rearranged, .. Relabelled, .. InChinese, .. OfOtherForms];

    private static IEnumerable<ReplyCase> Wrapped =>
    [
        Read("byte order mark and CRLF", "\uFEFF" + Good.ReplaceLineEndings("\r\n")),
        Read("lone carriage returns", Good.Replace('\n', '\r')),
        Read("thinking first", $"<think>\nOutput Paragraph: perhaps the lamp.\nUpdated Memory: the lamp.\n</think>\n\n{Good}"),
        Read("thinking whose opening was in the prompt", $"I should begin with the lamp.\nUpdated Memory: the lamp.\n</think>\n\n{Good}"),
        Read("analysis channel first", $"<|channel|>analysis<|message|>Output Paragraph: a lamp?<|end|><|start|>assistant<|channel|>final<|message|>{Good}<|return|>"),
        Read("end token", Good + "<|im_end|>"),
        Read("end token and a turn made up", Good + "<|im_end|>\n<|im_start|>user\nNow write the next one.\nOutput Paragraph:\nMore."),
        Read("instruction token and end of text", "[/INST] " + Good + "</s>"),
        Read("start token", "<|im_start|>assistant\n" + Good),
        Read("instruction made up behind it", Good + "\n[INST] Go on. [/INST]\nOutput Paragraph:\nMore of it."),
        Read("outer fence", "```\n" + Good + "\n```"),
        Read("outer fence with a name", "```text\n" + Good + "\n```"),
        Read("fence within talk", "Here you are:\n\n```\n" + Good + "\n```\n\nTell me what you think!"),
        Read("outer quotes", "“" + Good + "”"),
        Read("greeting before", "Certainly! Here is the next part of your story.\n\n" + Good),
        Read("remark behind", Good + "\n\nLet me know which of the three you would like to follow!"),
        Read("remark behind a rule", Good + "\n\n---\n\nAll three plans can be followed from here."),
        Read("rules between", Write(Step, ReplyForm.Step, label => $"## {label}\n\n", "\n\n---\n\n")),
        Read("closing tags", string.Join("\n", ReplyForm.Step.Sections.Select(section => $"<{Labels.Of(section, ReplyForm.Step)}>\n{Step[section]}\n</{Labels.Of(section, ReplyForm.Step)}>"))),
        Read("each section in quotes", Write(Without(Step, Section.Paragraph), ReplyForm.Step, label => $"{label}:\n“", "”\n\n").Insert(0, $"Output Paragraph:\n{Step[Section.Paragraph]}\n\n")),
    ];

    private static IEnumerable<ReplyCase> Rearranged =>
    [
        Read("headings that are no section", $"""
            Output Paragraph:
            {Step[Section.Paragraph]}

            Paragraph Summary:
            {Step[Section.ParagraphSummary]}

            Output Memory:
            Rational: {Step[Section.Rationale]}
            Updated Memory: {Step[Section.Memory]}

            Output Instruction:
            Instruction 1: {Step[Section.Instruction1]}
            Instruction 2: {Step[Section.Instruction2]}
            Instruction 3: {Step[Section.Instruction3]}
            """),
        Read("thinks aloud with labels, then writes", "Let me plan.\nOutput Paragraph: something with the lamp\nUpdated Memory: add the lamp\n\nNow the reply.\n\n" + Good),
        Read("a whole draft, then the reply", Plain(Draft, ReplyForm.Step) + "\n\nThat was too thin. Again:\n\n" + Good),
        Read("the reply, then a second one cut off", Good + "\n\nOutput Paragraph:\nThe next morning they\n\nParagraph Summary:\nThe next") with { End = ReplyEnd.Length },
        Read("template, then the reply", Write(Templates, ReplyForm.Step, label => $"{label}:\n", "\n\n") + "\n\n" + Good),
        Read("list of labels, then the reply", string.Join("\n", ReplyForm.Step.Sections.Select(section => Labels.Of(section, ReplyForm.Step) + ":")) + "\n\n" + Good),
        Read("memory written twice", Good.Replace("Updated Memory:\n", "Updated Memory:\nMaren and Pavel cross.\n\nUpdated Memory:\n", StringComparison.Ordinal)),
        Read("memory before the paragraph", Ordered(Section.Memory, Section.Paragraph, Section.ParagraphSummary, Section.Rationale, Section.Instruction1, Section.Instruction2, Section.Instruction3)),
        Read("plans first", Ordered(Section.Instruction1, Section.Instruction2, Section.Instruction3, Section.Paragraph, Section.ParagraphSummary, Section.Rationale, Section.Memory)),
        Read("memory before its rationale", Ordered(Section.Paragraph, Section.ParagraphSummary, Section.Memory, Section.Rationale, Section.Instruction1, Section.Instruction2, Section.Instruction3)),
        Read("all on one line", Flat(ReplyForm.Step, Step), Flattened(Step)),
    ];

    private static IEnumerable<ReplyCase> Relabelled =>
    [
        Read("label words in the prose", Plain(Labelled, ReplyForm.Step), Labelled),
        Read("four plans", Good + "\n\nInstruction 4:\nThey all go home."),
        Read("plans as a numbered list", Listed("Instructions:\n", ("1. ", "\n"), ("2. ", "\n"), ("3. ", ""))),
        Read("plans as bullets", Listed("**Instructions**\n\n", ("- ", "\n"), ("- ", "\n"), ("- ", ""))),
        Read("plans as four bullets", Listed("Plans:\n", ("* ", "\n"), ("* ", "\n"), ("* ", "\n* They all go home."))),
        Read("plans as paragraphs", Listed("Output Instructions:\n", ("", "\n\n"), ("", "\n\n"), ("", ""))),
        Read("plans numbered with labels", Listed("Instructions:\n", ("1. Instruction 1: ", "\n"), ("2. Instruction 2: ", "\n"), ("3. Instruction 3: ", ""))),
        Read("number sign in labels", Good.Replace("Instruction ", "Instruction #", StringComparison.Ordinal)),
        Read("number words in labels", Good.Replace("Instruction 1", "Instruction One", StringComparison.Ordinal).Replace("Instruction 2", "Instruction Two", StringComparison.Ordinal)),
        Read("short labels", WriteAs(Step, label => $"{label}: ", (Section.Paragraph, "Paragraph"), (Section.ParagraphSummary, "Summary"), (Section.Rationale, "Reasoning"),
            (Section.Memory, "Memory"), (Section.Instruction1, "Plan 1"), (Section.Instruction2, "Plan 2"), (Section.Instruction3, "Plan 3"))),
        Read("no summary and no rationale", Plain(Without(Step, Section.ParagraphSummary, Section.Rationale), ReplyForm.Step), Without(Step, Section.ParagraphSummary, Section.Rationale)),
        Read("no full stop at the end", Good[..^1], new Dictionary<Section, string>(Step) { [Section.Instruction3] = Step[Section.Instruction3][..^1] }),
        Read("nobody said how it ended", Good) with { End = ReplyEnd.Unknown },
        Read("titles in bold on the labels' lines", Good.Replace("Instruction 1:\n", "**Instruction 1: The bell**\n", StringComparison.Ordinal)
            .Replace("Instruction 2:\n", "**Instruction 2: The rope**\n", StringComparison.Ordinal).Replace("Instruction 3:\n", "**Instruction 3: The name**\n", StringComparison.Ordinal), Titled),
        Read("short texts that look like templates", Plain(Short, ReplyForm.Step), Short),
        Read("scene break in the paragraph", Plain(SceneBreak, ReplyForm.Step), SceneBreak),
        Read("emphasis behind the label", Plain(Emphasis, ReplyForm.Step).Replace(":\n", ": ", StringComparison.Ordinal), Emphasis),
    ];

    private static IEnumerable<ReplyCase> InChinese =>
    [
        Chinese("Chinese labels", WriteAs(ChineseStep, label => $"{label}：\n", ChineseLabels("输出段落", "段落摘要", "理由", "更新的记忆", "指令1", "指令2", "指令3"))),
        Chinese("other Chinese labels", WriteAs(ChineseStep, label => $"【{label}】\n", ChineseLabels("段落", "摘要", "原因", "记忆", "计划一", "计划二", "计划三"))),
        Chinese("Chinese labels in bold, with spaces", WriteAs(ChineseStep, label => $"**{label}**：", ChineseLabels("下一段", "段落总结", "解释", "更新后的记忆", "指令 1", "指令 2", "指令 3"))),
        Chinese("Chinese numbers before labels", WriteAs(ChineseStep, label => $"一、{label}：", ChineseLabels("输出段落", "段落概要", "理由", "短期记忆", "指令一", "指令二", "指令三"))),
        Chinese("Chinese labels, full-width digits", WriteAs(ChineseStep, label => $"{label}：", ChineseLabels("段落", "段落摘要", "理由", "更新的记忆", "指令１", "指令２", "指令３"))),
        Chinese("Chinese plans as a list", WriteAs(ChineseStep, label => $"{label}：\n", ChineseLabels("段落", "段落摘要", "理由", "更新的记忆")) + "\n\n指令：\n"
            + $"1、{ChineseStep[Section.Instruction1]}\n2、{ChineseStep[Section.Instruction2]}\n3、{ChineseStep[Section.Instruction3]}"),
        Chinese("Chinese remark behind", Plain(ChineseStep, ReplyForm.Step) + "\n\n希望您喜欢这一段！"),
        Chinese("Chinese thinking first", "<think>先写段落。\n段落：试一试。</think>" + Plain(ChineseStep, ReplyForm.Step)),
        new("Chinese opening", ReplyForm.Opening, """
            书名：河上的税

            大纲：两个走私者渡河。

            第一段：地图到河为止。

            第二段：帕维尔笑了。

            第三段：他们在黄昏离岸。

            摘要：他们用名字付了渡资。

            指令一：渡船停了。

            指令二：他说不出自己的名字。

            指令三：码头不见了。
            """,
            new Dictionary<Section, string>
            {
                [Section.Name] = "河上的税", [Section.Outline] = "两个走私者渡河。", [Section.Paragraph1] = "地图到河为止。", [Section.Paragraph2] = "帕维尔笑了。",
                [Section.Paragraph3] = "他们在黄昏离岸。", [Section.Memory] = "他们用名字付了渡资。", [Section.Instruction1] = "渡船停了。",
                [Section.Instruction2] = "他说不出自己的名字。", [Section.Instruction3] = "码头不见了。",
            }),
    ];

    private static IEnumerable<ReplyCase> OfOtherForms =>
    [
        new("opening with a paragraph that quotes a paragraph", ReplyForm.Opening, Plain(Treaty, ReplyForm.Opening), Treaty),
        new("opening without a title, and a form to fill in within the story", ReplyForm.Opening, Plain(Ledger, ReplyForm.Opening), Ledger),
        new("opening, all on one line", ReplyForm.Opening, Flat(ReplyForm.Opening, Opening), Flattened(Opening)),
        new("title in quotes", ReplyForm.Opening, Plain(Opening, ReplyForm.Opening).Replace("The Toll at Sool", "\"The Toll at Sool\"", StringComparison.Ordinal), Opening),
        new("memory alone", ReplyForm.ShorterMemory, $"Updated Memory:\n{Step[Section.Memory]}", Only(Step, Section.Memory)),
        new("a repair that repeats more", ReplyForm.Step.Only([Section.Memory]), Good, Only(Step, Section.Memory)),
        new("a repair of one plan", ReplyForm.Step.Only([Section.Instruction3]), $"Instruction 3: {Step[Section.Instruction3]}", Only(Step, Section.Instruction3)),
        new("new plans", ReplyForm.NewPlans, Plain(Step, ReplyForm.NewPlans), Only(Step, Section.Instruction1, Section.Instruction2, Section.Instruction3)),
    ];

    private static Dictionary<Section, string> Draft => Step.ToDictionary(section => section.Key, _ => "A first try, to be thrown away.");

    private static Dictionary<Section, string> Templates => Step.ToDictionary(section => section.Key, _ => "[your text]");

    private static Dictionary<Section, string> Labelled => new(Step)
    {
        [Section.Paragraph] = "Memory: the word was cut into the lintel.\nParagraph 2 of the treaty said that nobody crosses.\nMemory is a strange thing.\nThe instruction 1 on the winch was: pull.",
    };

    private static Dictionary<Section, string> Titled => new(Step)
    {
        [Section.Instruction1] = "The bell\n" + Step[Section.Instruction1],
        [Section.Instruction2] = "The rope\n" + Step[Section.Instruction2],
        [Section.Instruction3] = "The name\n" + Step[Section.Instruction3],
    };

    private static Dictionary<Section, string> Short => new(Step)
    {
        [Section.Paragraph] = "(They waited.)",
        [Section.Instruction1] = "Write your name in the ledger, says the ferryman. Pavel does.",
        [Section.Instruction2] = "Insert the key and turn it.",
    };

    private static Dictionary<Section, string> SceneBreak => new(Step) { [Section.Paragraph] = "The ferry stopped.\n\n***\n\nIn the morning it was gone." };

    private static Dictionary<Section, string> Emphasis => new(Step) { [Section.Paragraph] = "*Leave it,* she thought, and left it." };

    private static Dictionary<Section, string> Treaty => new(Opening)
    {
        [Section.Paragraph2] = "Pavel read from the wall.\nParagraph 2: no vessel crosses after dark.\nName: nobody's. He laughed.",
    };

    private static Dictionary<Section, string> Ledger => new(Without(Opening, Section.Name)) { [Section.Paragraph1] = "She filled in the ledger.\n\nName: none.\n\nThe man frowned." };

    private static ReplyCase Read(string name, string text, IReadOnlyDictionary<Section, string>? sections = null) => new(name, ReplyForm.Step, text, sections ?? Step);

    private static ReplyCase Chinese(string name, string text) => new(name, ReplyForm.Step, text, ChineseStep);

    private static (Section Section, string Label)[] ChineseLabels(params string[] labels) => [.. ReplyForm.Step.Sections.Zip(labels)];

    private static string Ordered(params Section[] order) => string.Join("\n\n", order.Select(section => $"{Labels.Of(section, ReplyForm.Step)}:\n{Step[section]}"));

    private static Dictionary<Section, string> Flattened(IReadOnlyDictionary<Section, string> sections) =>
        sections.ToDictionary(section => section.Key, section => section.Value.Replace("\n\n", " ", StringComparison.Ordinal));

    private static string Flat(ReplyForm form, IReadOnlyDictionary<Section, string> sections) => Write(Flattened(sections), form, label => $"{label}: ", " ");

    private static string Listed(string heading, params (string Before, string Behind)[] items) =>
        Plain(Without(Step, Section.Instruction1, Section.Instruction2, Section.Instruction3), ReplyForm.Step) + "\n\n" + heading
        + string.Concat(items.Select((item, i) => item.Before + Step[Section.Instruction1 + i] + item.Behind));
}
