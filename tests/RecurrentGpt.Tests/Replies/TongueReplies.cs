using RecurrentGpt.Replies;
using static RecurrentGpt.Tests.Replies.SampleReply;

namespace RecurrentGpt.Tests.Replies;

/// <summary>Complete replies whose labels are Chinese or Japanese too, as models write them that answer in the language of the story: full-width colons, brackets, no spaces, no blank lines.</summary>
internal static class TongueReplies
{
    private static readonly Dictionary<Section, string> Chinese = new()
    {
        [Section.Name] = "书名",
        [Section.Outline] = "大纲",
        [Section.Paragraph1] = "段落1",
        [Section.Paragraph2] = "段落2",
        [Section.Paragraph3] = "段落3",
        [Section.Paragraph] = "输出段落",
        [Section.ParagraphSummary] = "段落摘要",
        [Section.Rationale] = "理由",
        [Section.Memory] = "更新的记忆",
        [Section.Instruction1] = "指令1",
        [Section.Instruction2] = "指令2",
        [Section.Instruction3] = "指令3",
        [Section.RewrittenPassage] = "改写后的段落",
        [Section.Coverage] = "覆盖情况",
        [Section.Choice] = "选择的计划",
        [Section.ChoiceReason] = "理由",
        [Section.FollowedChoice] = "沿用的选择",
        [Section.RevisedPlan] = "修改后的计划",
        [Section.Verdict] = "判断",
        [Section.VerdictPassage] = "引文",
        [Section.ExtendedParagraph] = "扩写后的段落",
    };

    private static readonly Dictionary<Section, string> Japanese = new()
    {
        [Section.Name] = "タイトル",
        [Section.Outline] = "あらすじ",
        [Section.Paragraph1] = "段落1",
        [Section.Paragraph2] = "段落2",
        [Section.Paragraph3] = "段落3",
        [Section.Paragraph] = "出力段落",
        [Section.ParagraphSummary] = "段落の要約",
        [Section.Rationale] = "根拠",
        [Section.Memory] = "更新された記憶",
        [Section.Instruction1] = "指示1",
        [Section.Instruction2] = "指示2",
        [Section.Instruction3] = "指示3",
        [Section.RewrittenPassage] = "書き直した文章",
        [Section.Coverage] = "達成状況",
        [Section.Choice] = "選んだ計画",
        [Section.ChoiceReason] = "理由",
        [Section.FollowedChoice] = "従った選択",
        [Section.RevisedPlan] = "修正した計画",
        [Section.Verdict] = "判定",
        [Section.VerdictPassage] = "引用箇所",
        [Section.ExtendedParagraph] = "書き足した段落",
    };

    private static readonly Dictionary<Section, string> ChineseSections = new(ChineseStep)
    {
        [Section.Name] = "河上的税",
        [Section.Outline] = "两个走私者渡河。地图是谁画的，他们要弄明白。",
        [Section.Paragraph1] = "地图到河为止。玛仁为它付了一个月的工钱。",
        [Section.Paragraph2] = "帕维尔笑了。“每人留下一个名字。”船夫说。",
        [Section.Paragraph3] = "他们在黄昏离岸。身后有人把码头的灯一盏盏熄掉。",
        [Section.RewrittenPassage] = "渡船停在河心，像是有人叫它停下",
        [Section.Coverage] = "1：完成“帕维尔把铜钱数了两遍。”",
        [Section.Choice] = "2",
        [Section.ChoiceReason] = "第二个让灯有了危险。",
        [Section.FollowedChoice] = "12",
        [Section.RevisedPlan] = "玛仁取下灯。她下到河里。水下有什么在扯。",
        [Section.Verdict] = "是",
        [Section.VerdictPassage] = "帕维尔把铜钱数了两遍。",
        [Section.ExtendedParagraph] = "“把灯留下。”玛仁说，没有回头。她数着桨声。",
    };

    private static readonly Dictionary<Section, string> JapaneseSections = new()
    {
        [Section.Name] = "川の通行税",
        [Section.Outline] = "二人の密輸人が川を渡る。地図を描いたのは誰か。",
        [Section.Paragraph1] = "地図は川で終わっていた。マレンは一月分の賃金を払った。",
        [Section.Paragraph2] = "パヴェルは笑った。「一人ずつ名前を置いていけ。」と船頭は言った。",
        [Section.Paragraph3] = "二人は夕暮れに岸を離れた。桟橋の灯が一つずつ消えていく。",
        [Section.Paragraph] = "「灯を置いていけ。」とマレンは言った。段落の初めのように川は静かだった。記憶は奇妙なものだ。",
        [Section.ParagraphSummary] = "夜、マレンとパヴェルは川の真ん中で止まる。",
        [Section.Rationale] = "市場は削除。条約を追加した。",
        [Section.Memory] = "マレンとパヴェルは夜の川を渡る。渡し船は止まった。",
        [Section.Instruction1] = "パヴェルが条約を唱える。老いた男が泣く。",
        [Section.Instruction2] = "マレンは灯を掲げて水に入る。縄が引かれる。",
        [Section.Instruction3] = "対岸の誰かが幼名を呼ぶ。彼は答えてしまう。",
        [Section.RewrittenPassage] = "渡し船は命じられたように止まり",
        [Section.Coverage] = "1：達成「パヴェルは笑った。」",
        [Section.Choice] = "2",
        [Section.ChoiceReason] = "灯が危うくなるから。",
        [Section.FollowedChoice] = "12",
        [Section.RevisedPlan] = "マレンは灯を取る。水に入る。何かが縄を引く。",
        [Section.Verdict] = "はい",
        [Section.VerdictPassage] = "パヴェルは笑った。",
        [Section.ExtendedParagraph] = "「灯を置いていけ。」とマレンは言った。振り向かなかった。",
    };

    private static readonly ReplyForm[] Forms =
    [
        ReplyForm.Step, ReplyForm.Opening, ReplyForm.OwnOpening, ReplyForm.NewPlans, ReplyForm.Reread, ReplyForm.ShorterMemory, ReplyForm.Ending, ReplyForm.Rewrite, ReplyForm.Coverage, ReplyForm.Choice, ReplyForm.Judgement,
    ];

    // What opens a label, what closes it, what stands behind each section.
    private static readonly (string Name, string Before, string After, string Between)[] Dresses =
    [
        ("full-width colon", "", "：", "\n\n"), ("full-width colon, no blank lines", "", "：", "\n"), ("own line", "", "：\n", "\n"), ("colon", "", ":", "\n"),
        ("brackets", "【", "】", "\n"), ("brackets and colon", "【", "】：", "\n"), ("brackets, own line", "【", "】\n", "\n\n"), ("bold", "**", "：**", "\n"), ("bold, colon outside", "**", "**：", "\n"), ("heading", "## ", "\n", "\n\n"),
    ];

    /// <summary>Other labels of the two languages, one a row, each with the form and section that it stands for.</summary>
    private static readonly (ReplyForm Form, Section Section, string[] Labels)[] Further =
    [
        (ReplyForm.Opening, Section.Name, ["標題", "書名", "題名", "作品名"]), (ReplyForm.Opening, Section.Outline, ["大綱", "アウトライン"]),
        (ReplyForm.Opening, Section.Paragraph1, ["第一段落", "第1段落"]), (ReplyForm.Opening, Section.Paragraph2, ["第二段落", "第2段落"]), (ReplyForm.Opening, Section.Paragraph3, ["第三段落", "第3段落"]),
        (ReplyForm.Step, Section.Paragraph, ["正文", "輸出段落", "次の段落", "本文"]), (ReplyForm.Step, Section.ParagraphSummary, ["段落總結", "段落要約", "段落のまとめ", "總結", "要約", "まとめ"]),
        (ReplyForm.Step, Section.Rationale, ["依据", "说明", "更新理由", "修改理由", "解釋", "説明", "論拠"]),
        (ReplyForm.Step, Section.Memory,
            ["更新后的短期记忆", "新的记忆", "更新的記憶", "更新後的記憶", "更新後の記憶", "更新した記憶", "出力記憶", "新しい記憶", "記憶", "短期記憶", "更新された短期記憶", "更新されたメモリ", "メモリ"]),
        (ReplyForm.Rewrite, Section.RewrittenPassage, ["書き直した箇所", "書き直した段落", "書き換えた文章"]), (ReplyForm.Coverage, Section.Coverage, ["計画の達成状況", "網羅"]),
        (ReplyForm.Choice, Section.Choice, ["選択した計画", "選んだプラン", "選択"]), (ReplyForm.Choice, Section.ChoiceReason, ["選んだ理由", "選択の理由"]), (ReplyForm.Choice, Section.FollowedChoice, ["参考にした選択"]),
        (ReplyForm.Choice, Section.RevisedPlan, ["改訂した計画", "修正した案"]), (ReplyForm.Choice, Section.VerdictPassage, ["引用", "引用文"]), (ReplyForm.Judgement, Section.VerdictPassage, ["引用", "引用文"]),
        (ReplyForm.Choice, Section.ExtendedParagraph, ["拡張した段落", "加筆した段落"]),
    ];

    private static readonly string[] PlanLabels =
        ["走向123", "走向一二三", "方案123", "方案一二三", "选项123", "选项一二三", "計劃123", "指示123", "指示一二三", "出力指示123", "計画123", "プラン123", "選択肢123", "案123"];

    private static readonly string[] PlanLists = ["走向", "方案", "选项", "指示", "次の指示", "計画", "次の計画", "選択肢"];

    internal static IReadOnlyList<(string Name, Dictionary<Section, string> Labels, Dictionary<Section, string> Sections)> Tongues { get; } =
        [("Chinese", Chinese, ChineseSections), ("Japanese", Japanese, JapaneseSections)];

    internal static IEnumerable<ReplyCase> All => [.. InEveryForm, .. OnOneLine, .. UnderFurtherLabels, .. UnderFurtherPlans, .. Prose];

    private static IEnumerable<ReplyCase> InEveryForm =>
        from tongue in Tongues
        from form in Forms
        from dress in Dresses
        select Case($"{tongue.Name} {form.Name}, {dress.Name}", form, tongue, label => dress.Before + label + dress.After, dress.Between);

    private static IEnumerable<ReplyCase> OnOneLine =>
        from tongue in Tongues
        from form in Forms
        where form.Name is not (nameof(ReplyForm.Choice) or nameof(ReplyForm.Judgement))
        from dress in (string[])["：", "】"]
        select Case($"{tongue.Name} {form.Name}, all on one line, {dress}", form, (tongue.Name, tongue.Labels, Flat(tongue.Sections)), label => (dress == "】" ? "【" : "") + label + dress,
            form.Sections.Contains(Section.Name) ? " " : "");

    private static IEnumerable<ReplyCase> UnderFurtherLabels =>
        from row in Further
        from label in row.Labels
        let tongue = Tongues[1]
        select Case($"{row.Form.Name}, {row.Section} under {label}", row.Form, (tongue.Name, new(tongue.Labels) { [row.Section] = label }, tongue.Sections), name => name + "：", "\n");

    private static IEnumerable<ReplyCase> UnderFurtherPlans =>
    [
        .. from label in PlanLabels
           let word = label[..^3]
           let digits = label[^3..]
           let tongue = Tongues[1]
           let labels = new Dictionary<Section, string>(tongue.Labels) { [Section.Instruction1] = word + digits[0], [Section.Instruction2] = word + digits[1], [Section.Instruction3] = word + digits[2] }
           select Case($"step, plans under {word}{digits}", ReplyForm.Step, (tongue.Name, labels, tongue.Sections), name => name + "：", "\n"),
        .. from word in PlanLists
           let sections = Tongues[1].Sections
           let lines = ReplyForm.NewPlans.Sections.Select((plan, at) => $"{at + 1}、{sections[plan]}")
           select new ReplyCase($"plans as a list under {word}", ReplyForm.NewPlans, $"{word}：\n{string.Join('\n', lines)}", Only(sections, [.. ReplyForm.NewPlans.Sections])),
    ];

    // Words of labels at the start of a line and of a sentence.
    private static IEnumerable<ReplyCase> Prose =>
    [
        .. new[]
        {
            "段落的开头是空的。\n记忆，是奇怪的东西。\n理由只有一个。\n指令从绞盘那边传来：拉。\n“指令1是什么？”他问。\n段落之间没有声音。",
            "段落の初めには何もない。\n記憶は奇妙だ。\n理由などない、と彼は言った。\n指示が聞こえた：引け。\n指示1という札があった。\nまとめて払え。",
            "记忆——那是奇怪的东西。\n大纲里没有这条河。\n段落2之后的条文被水泡烂了。",
        }.Select((prose, at) => Case($"prose that begins with words of labels, {at}", ReplyForm.Step, ("", Chinese, new(ChineseSections) { [Section.Paragraph] = prose }), label => label + "：\n", "\n")),
    ];

    private static ReplyCase Case(
        string name, ReplyForm form, (string Name, Dictionary<Section, string> Labels, Dictionary<Section, string> Sections) tongue, Func<string, string> dress, string between) =>
        new(name, form, Render(form, tongue.Labels, tongue.Sections, dress, between), Only(tongue.Sections, [.. form.Sections]));

    internal static string Render(ReplyForm form, IReadOnlyDictionary<Section, string> labels, IReadOnlyDictionary<Section, string> sections, Func<string, string> dress, string between) =>
        string.Join(between, form.Sections.Select(section => dress(LabelOf(section, form, labels)) + sections[section]));

    internal static string LabelOf(Section section, ReplyForm form, IReadOnlyDictionary<Section, string> labels) =>
        section == Section.Memory && Labels.Of(section, form) == "Summary" && labels != Japanese ? "摘要" : labels[section];

    private static Dictionary<Section, string> Flat(Dictionary<Section, string> sections) =>
        sections.ToDictionary(section => section.Key, section => section.Value.Replace("\n\n", "", StringComparison.Ordinal));
}
