using System.Collections.Frozen;

namespace RecurrentGpt.Replies;

/// <summary>
/// The one table of labels. Prompts ask with <see cref="Of"/>, the parser reads by <see cref="Aliases"/>, so the two cannot drift apart.
/// The first alias of a section is the label that prompts use; the English ones are the paper's, the others are what models write that answer in Chinese or Japanese.
/// </summary>
public static class Labels
{
    private static readonly FrozenDictionary<Section, string[]> Table = new Dictionary<Section, string[]>
    {
        [Section.Name] = ["Name", "Title", "Story Name", "Novel Name", "名称", "标题", "书名", "標題", "書名", "タイトル", "題名", "作品名"],
        [Section.Outline] = ["Outline", "Story Outline", "大纲", "概述", "提纲", "大綱", "あらすじ", "アウトライン"],
        [Section.Paragraph1] = ["Paragraph 1", "First Paragraph", "段落1", "段落 1", "段落一", "第一段", "第一段落", "第1段落"],
        [Section.Paragraph2] = ["Paragraph 2", "Second Paragraph", "段落2", "段落 2", "段落二", "第二段", "第二段落", "第2段落"],
        [Section.Paragraph3] = ["Paragraph 3", "Third Paragraph", "段落3", "段落 3", "段落三", "第三段", "第三段落", "第3段落"],
        [Section.Paragraph] = ["Output Paragraph", "Paragraph", "Next Paragraph", "New Paragraph", "输出段落", "段落", "下一段", "正文", "輸出段落", "出力段落", "次の段落", "本文"],
        [Section.ParagraphSummary] = ["Paragraph Summary", "Summary of the Paragraph", "Output Summary", "段落摘要", "段落总结", "段落概要", "段落總結", "段落の要約", "段落要約", "段落のまとめ"],
        [Section.Rationale] = ["Rationale", "Rational", "Reasoning", "理由", "解释", "原因", "依据", "说明", "更新理由", "修改理由", "解釋", "根拠", "説明", "論拠"],
        [Section.Memory] =
        [
            "Updated Memory", "Output Memory", "Memory", "Short-Term Memory", "Updated Short-Term Memory", "New Memory",
            "更新的记忆", "更新后的记忆", "更新记忆", "输出记忆", "记忆", "短期记忆", "更新后的短期记忆", "新的记忆",
            "更新的記憶", "更新後的記憶", "更新された記憶", "更新後の記憶", "更新した記憶", "出力記憶", "新しい記憶", "記憶", "短期記憶", "更新された短期記憶", "更新されたメモリ", "メモリ",
        ],
        [Section.Instruction1] =
        [
            "Instruction 1", "Output Instruction 1", "Plan 1", "Option 1", "Instruction One",
            "输出指令1", "指令1", "指令 1", "指令一", "计划1", "计划 1", "计划一", "走向1", "走向一", "方案1", "方案一", "选项1", "选项一", "計劃1",
            "指示1", "指示一", "出力指示1", "計画1", "プラン1", "選択肢1", "案1",
        ],
        [Section.Instruction2] =
        [
            "Instruction 2", "Output Instruction 2", "Plan 2", "Option 2", "Instruction Two",
            "输出指令2", "指令2", "指令 2", "指令二", "计划2", "计划 2", "计划二", "走向2", "走向二", "方案2", "方案二", "选项2", "选项二", "計劃2",
            "指示2", "指示二", "出力指示2", "計画2", "プラン2", "選択肢2", "案2",
        ],
        [Section.Instruction3] =
        [
            "Instruction 3", "Output Instruction 3", "Plan 3", "Option 3", "Instruction Three",
            "输出指令3", "指令3", "指令 3", "指令三", "计划3", "计划 3", "计划三", "走向3", "走向三", "方案3", "方案三", "选项3", "选项三", "計劃3",
            "指示3", "指示三", "出力指示3", "計画3", "プラン3", "選択肢3", "案3",
        ],
        [Section.RewrittenPassage] =
        [
            "Rewritten Passage", "Rewritten Text", "Revised Passage", "New Passage", "Rewrite", "改写后的段落", "改写后的文字", "改写的段落", "改写",
            "書き直した文章", "書き直した箇所", "書き直した段落", "書き換えた文章",
        ],
        [Section.Coverage] = ["Coverage", "Plan Coverage", "覆盖", "覆盖情况", "计划覆盖", "達成状況", "計画の達成状況", "網羅"],
        [Section.Choice] =
        [
            "Chosen Plan", "Selected Plan", "Choice", "Chosen Instruction", "Selected Instruction", "Plan Chosen", "选择的计划", "选定的计划", "所选计划", "选中的计划", "选择",
            "選んだ計画", "選択した計画", "選んだプラン", "選択",
        ],
        [Section.ChoiceReason] =
        [
            "Reason", "Reason for the Choice", "Reason for Choice", "Reasoning", "Rationale", "Why", "选择的理由", "选择理由", "理由", "原因", "選んだ理由", "選択の理由",
        ],
        [Section.FollowedChoice] = ["Followed Choice", "Past Choice", "Followed Past Choice", "Past Choice Followed", "沿用的选择", "参照的选择", "依据的选择", "従った選択", "参考にした選択"],
        [Section.RevisedPlan] = ["Revised Plan", "Revised Instruction", "Revised Outline", "修改后的计划", "修订后的计划", "改写后的计划", "修订的计划", "修正した計画", "改訂した計画", "修正した案"],
        [Section.Verdict] = ["Verdict", "Stop Condition", "Condition Met", "Judgement", "Judgment", "判断", "停止条件", "是否满足条件", "判定"],
        [Section.VerdictPassage] = ["Quoted Passage", "Passage", "Quotation", "Quote", "Evidence", "引文", "引用的文字", "原文", "引用", "引用文", "引用箇所"],
        [Section.ExtendedParagraph] =
        [
            "Extended Paragraph", "Expanded Paragraph", "Extended Text", "扩写后的段落", "扩展后的段落", "扩写的段落", "扩展段落",
            "拡張した段落", "書き足した段落", "加筆した段落",
        ],
    }.ToFrozenDictionary();

    // The opening has no paragraph summary, so there a bare "Summary" is the memory; in a step it is the paragraph's summary.
    private static readonly string[] BareSummary = ["Summary", "摘要", "总结", "概要", "總結", "要約", "まとめ"];

    /// <summary>Labels under which all plans come at once, as a list.</summary>
    public static IReadOnlyList<string> PlanLists { get; } =
    [
        "Instructions", "Output Instructions", "Output Instruction", "Next Instructions", "Plans", "Next Plans", "Three Plans", "Options",
        "指令", "输出指令", "计划", "接下来的计划", "下一步计划", "走向", "方案", "选项", "指示", "次の指示", "計画", "次の計画", "選択肢",
    ];

    /// <summary>The label that prompts ask for a section with. The opening and an own opening ask for memory as "Summary", as the paper does.</summary>
    public static string Of(Section section, ReplyForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return section == Section.Memory && !form.Sections.Contains(Section.ParagraphSummary) && form.Sections.Contains(Section.Outline)
            ? BareSummary[0]
            : Table[section][0];
    }

    /// <summary>Every label, in any language, that a section of a form may come under; the label of the prompt comes first.</summary>
    public static IReadOnlyList<string> Aliases(Section section, ReplyForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var owner = form.Sections.Contains(Section.ParagraphSummary) ? Section.ParagraphSummary : Section.Memory;
        var aliases = section == owner ? [.. Table[section], .. BareSummary] : Table[section];
        return [Of(section, form), .. aliases.Where(alias => alias != Of(section, form))];
    }
}
