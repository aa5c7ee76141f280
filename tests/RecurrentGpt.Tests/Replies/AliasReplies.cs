using RecurrentGpt.Replies;
using static RecurrentGpt.Tests.Replies.SampleReply;

namespace RecurrentGpt.Tests.Replies;

/// <summary>Complete replies under every other label that models were seen to use: each row is a reply, with a label for each section of its form.</summary>
internal static class AliasReplies
{
    private static readonly string[][] Steps =
    [
        ["Output Paragraph", "Paragraph Summary", "Rationale", "Updated Memory", "Instruction 1", "Instruction 2", "Instruction 3"],
        ["Paragraph", "Summary of the Paragraph", "Rational", "Output Memory", "Output Instruction 1", "Output Instruction 2", "Output Instruction 3"],
        ["Next Paragraph", "Output Summary", "Reasoning", "Memory", "Plan 1", "Plan 2", "Plan 3"],
        ["New Paragraph", "Summary", "Rationale", "Short-Term Memory", "Option 1", "Option 2", "Option 3"],
        ["Output Paragraph", "Paragraph Summary", "Rationale", "Updated Short-Term Memory", "Instruction One", "Instruction Two", "Instruction Three"],
        ["Output Paragraph", "Paragraph Summary", "Rationale", "New Memory", "Instruction 1", "Instruction 2", "Instruction 3"],
    ];

    private static readonly string[][] ChineseSteps =
    [
        ["输出段落", "段落摘要", "理由", "更新的记忆", "输出指令1", "输出指令2", "输出指令3"],
        ["段落", "段落总结", "解释", "更新后的记忆", "指令1", "指令2", "指令3"],
        ["下一段", "段落概要", "原因", "更新记忆", "指令 1", "指令 2", "指令 3"],
        ["输出段落", "摘要", "理由", "输出记忆", "指令一", "指令二", "指令三"],
        ["输出段落", "总结", "理由", "记忆", "计划1", "计划2", "计划3"],
        ["输出段落", "概要", "理由", "短期记忆", "计划 1", "计划 2", "计划 3"],
        ["输出段落", "段落摘要", "理由", "更新的记忆", "计划一", "计划二", "计划三"],
    ];

    private static readonly string[][] Openings =
    [
        ["Name", "Outline", "Paragraph 1", "Paragraph 2", "Paragraph 3", "Summary", "Instruction 1", "Instruction 2", "Instruction 3"],
        ["Title", "Story Outline", "First Paragraph", "Second Paragraph", "Third Paragraph", "Updated Memory", "Plan 1", "Plan 2", "Plan 3"],
        ["Story Name", "Outline", "Paragraph 1", "Paragraph 2", "Paragraph 3", "Memory", "Option 1", "Option 2", "Option 3"],
        ["Novel Name", "Outline", "Paragraph 1", "Paragraph 2", "Paragraph 3", "Short-Term Memory", "Instruction 1", "Instruction 2", "Instruction 3"],
        ["名称", "大纲", "段落1", "段落2", "段落3", "摘要", "指令1", "指令2", "指令3"],
        ["标题", "概述", "段落 1", "段落 2", "段落 3", "总结", "指令一", "指令二", "指令三"],
        ["书名", "提纲", "段落一", "段落二", "段落三", "概要", "计划1", "计划2", "计划3"],
        ["书名", "大纲", "第一段", "第二段", "第三段", "记忆", "计划一", "计划二", "计划三"],
    ];

    private static readonly string[] Rewrites =
        ["Rewritten Passage", "Rewritten Text", "Revised Passage", "New Passage", "Rewrite", "改写后的段落", "改写后的文字", "改写的段落", "改写"];

    private static readonly string[] PlanLists = ["Instructions", "Output Instructions", "Output Instruction", "Next Instructions", "Plans", "Next Plans", "Three Plans", "Options"];

    private static readonly string[] ChinesePlanLists = ["指令", "输出指令", "计划", "接下来的计划", "下一步计划"];

    internal static IEnumerable<ReplyCase> All =>
    [
        .. Steps.Select(labels => Under(labels, ReplyForm.Step, Step)),
        .. ChineseSteps.Select(labels => Under(labels, ReplyForm.Step, ChineseStep)),
        .. Openings.Select(labels => Under(labels, ReplyForm.Opening, Opening)),
        .. Rewrites.Select(label => Under([label], ReplyForm.Rewrite, Rewrite)),
        .. PlanLists.Select(label => Listed(label, Step)),
        .. ChinesePlanLists.Select(label => Listed(label, ChineseStep)),
    ];

    private static ReplyCase Under(string[] labels, ReplyForm form, IReadOnlyDictionary<Section, string> sections) =>
        new($"labels: {string.Join(", ", labels)}", form, WriteAs(sections, label => $"{label}:\n", [.. form.Sections.Zip(labels)]), sections);

    private static ReplyCase Listed(string label, IReadOnlyDictionary<Section, string> sections)
    {
        var items = ReplyForm.NewPlans.Sections.Select((plan, i) => $"{i + 1}. {sections[plan]}");
        var rest = Plain(Without(sections, [.. ReplyForm.NewPlans.Sections]), ReplyForm.Step);
        return new($"list of plans: {label}", ReplyForm.Step, $"{rest}\n\n{label}:\n{string.Join('\n', items)}", sections);
    }
}
