using System.Text.Json;
using RecurrentGpt.Replies;
using static RecurrentGpt.Tests.Replies.SampleReply;

namespace RecurrentGpt.Tests.Replies;

/// <summary>Replies of a simulated author: a plan by its number, with short answers beside long texts, and judgements of a stop condition.</summary>
internal static class ChoiceReplies
{
    private static readonly Section[] Order = [.. ReplyForm.Choice.Sections];

    private static readonly string[][] Labels =
    [
        ["Chosen Plan", "Reason", "Followed Choice", "Revised Plan", "Verdict", "Quoted Passage", "Extended Paragraph"],
        ["Selected Plan", "Reason for the Choice", "Past Choice", "Revised Instruction", "Stop Condition", "Passage", "Expanded Paragraph"],
        ["Choice", "Reason for Choice", "Followed Past Choice", "Revised Outline", "Condition Met", "Quotation", "Extended Text"],
        ["Chosen Instruction", "Reasoning", "Past Choice Followed", "Revised Plan", "Judgement", "Quote", "Extended Paragraph"],
        ["Selected Instruction", "Rationale", "Followed Choice", "Revised Plan", "Judgment", "Evidence", "Extended Paragraph"],
        ["Plan Chosen", "Why", "Followed Choice", "Revised Plan", "Verdict", "Quoted Passage", "Extended Paragraph"],
    ];

    private static readonly string[][] ChineseLabels =
    [
        ["选择的计划", "选择的理由", "沿用的选择", "修改后的计划", "判断", "引文", "扩写后的段落"],
        ["选定的计划", "选择理由", "参照的选择", "修订后的计划", "停止条件", "引用的文字", "扩展后的段落"],
        ["所选计划", "理由", "依据的选择", "改写后的计划", "是否满足条件", "原文", "扩写的段落"],
        ["选中的计划", "原因", "沿用的选择", "修订的计划", "判断", "引文", "扩展段落"],
        ["选择", "理由", "沿用的选择", "修改后的计划", "判断", "引文", "扩展段落"],
    ];

    internal static IReadOnlyDictionary<Section, string> English { get; } = new Dictionary<Section, string>
    {
        [Section.Choice] = "2",
        [Section.ChoiceReason] = "Plan 2 puts the lamp at risk. Plan 1 would only explain the treaty once more.",
        [Section.FollowedChoice] = "12",
        [Section.RevisedPlan] = "Maren takes the lamp from its hook. She lowers herself into the river. Pavel holds the rope. Something below tugs at it. Plan 3 of the crew comes to nothing. She lets go.",
        [Section.Verdict] = "yes",
        [Section.VerdictPassage] = "Pavel counted the coins twice.",
        [Section.ExtendedParagraph] = "\"Leave the lamp,\" Maren said, and did not look round.\n\n***\n\nPavel counted the coins twice. Which of them was false he could not tell.",
    };

    internal static IReadOnlyDictionary<Section, string> Chinese { get; } = new Dictionary<Section, string>
    {
        [Section.Choice] = "2",
        [Section.ChoiceReason] = "计划2让灯有了危险，计划1只是把旧约再讲一遍。",
        [Section.FollowedChoice] = "12",
        [Section.RevisedPlan] = "玛仁从钩子上取下灯。她下到河里。帕维尔拉着绳子。水下有什么东西在扯。她松了手。",
        [Section.Verdict] = "是",
        [Section.VerdictPassage] = "帕维尔把铜钱数了两遍。",
        [Section.ExtendedParagraph] = "“把灯留下。”玛仁说，没有回头。\n\n帕维尔把铜钱数了两遍。哪一枚是假的，他分不出来。",
    };

    private static readonly IReadOnlyDictionary<Section, string> Judged = Only(English, Section.Verdict, Section.VerdictPassage);
    private static readonly IReadOnlyDictionary<Section, string> ChineseJudged = Only(Chinese, Section.Verdict, Section.VerdictPassage);

    internal static IEnumerable<ReplyCase> All => [.. DressedReplies.InEachDress("choice", ReplyForm.Choice, English), .. DressedReplies.InEachDress("Chinese choice", ReplyForm.Choice, Chinese), .. UnderLabels, .. Judgements, .. InJson, .. Odd, .. Broken];

    private static IEnumerable<ReplyCase> UnderLabels =>
    [
        .. Labels.Select(labels => Read($"choice under {string.Join(", ", labels)}", WriteAs(English, label => $"{label}:\n", [.. Order.Zip(labels)]))),
        .. ChineseLabels.Select(labels => Read($"choice under {string.Join(", ", labels)}", WriteAs(Chinese, label => $"{label}：\n", [.. Order.Zip(labels)]), Chinese)),
    ];

    private static IEnumerable<ReplyCase> Judgements =>
    [
        .. Labels.Select(labels => labels[4..6]).DistinctBy(labels => string.Concat(labels)).Select(labels => Judgement(labels, Judged)),
        .. ChineseLabels.Select(labels => labels[4..6]).DistinctBy(labels => string.Concat(labels)).Select(labels => Judgement(labels, ChineseJudged)),
        new("judgement on one line", ReplyForm.Judgement, "Verdict: no", new Dictionary<Section, string> { [Section.Verdict] = "no" }),
        new("judgement in bold with a quotation", ReplyForm.Judgement, "**Verdict:** yes\n\n**Quoted Passage:** “Pavel counted the coins twice.”", Judged),
        new("judgement in JSON", ReplyForm.Judgement, "{\"verdict\": true, \"quoted_passage\": \"Pavel counted the coins twice.\"}", new Dictionary<Section, string>(Judged) { [Section.Verdict] = "true" }),
        new("judgement without labels", ReplyForm.Judgement, "No, nothing of the kind has happened.", new Dictionary<Section, string>()) { Problem = ReplyProblem.MissingLabels },
        new("judgement with nothing behind its label", ReplyForm.Judgement, "Verdict:", new Dictionary<Section, string>()) { Problem = ReplyProblem.Truncated },
    ];

    private static IEnumerable<ReplyCase> InJson =>
    [
        Read("choice in JSON", JsonSerializer.Serialize(English.ToDictionary(section => RecurrentGpt.Replies.Labels.Of(section.Key, ReplyForm.Choice), section => section.Value))),
        Read("choice in JSON with numbers", "{\"chosen_plan\": 2, \"reason\": \"It costs her the lamp.\", \"followed_choice\": 12, \"verdict\": false}",
            new Dictionary<Section, string> { [Section.Choice] = "2", [Section.ChoiceReason] = "It costs her the lamp.", [Section.FollowedChoice] = "12", [Section.Verdict] = "false" }),
        Read("choice in JSON with nothing for a choice to follow", "{\"chosen_plan\": 2, \"reason\": \"It costs her the lamp.\", \"followed_choice\": null, \"verdict\": false}",
            new Dictionary<Section, string> { [Section.Choice] = "2", [Section.ChoiceReason] = "It costs her the lamp.", [Section.Verdict] = "false" }),
    ];

    private static IEnumerable<ReplyCase> Odd =>
    [
        Read("choice that names the plan", Plain(new Dictionary<Section, string>(English) { [Section.Choice] = "Plan 2" }, ReplyForm.Choice), new Dictionary<Section, string>(English) { [Section.Choice] = "Plan 2" }),
        Read("choice behind thinking and talk", $"<think>\nChosen Plan: 1? No.\n</think>Here is my choice.\n\n{Plain(English, ReplyForm.Choice)}"),
        Read("choice in a fence", $"```\n{Plain(English, ReplyForm.Choice)}\n```"),
        new("bare choice that ends with its number", Bare, "Reason: It costs her the lamp.\n\nChosen Plan: 2", new Dictionary<Section, string> { [Section.Choice] = "2", [Section.ChoiceReason] = "It costs her the lamp." }),
        Read("choice without what may be missing", Plain(Needed, ReplyForm.Choice), Needed),
    ];

    private static IEnumerable<ReplyCase> Broken =>
    [
        Fails("choice without its number", Plain(Without(English, Section.Choice), ReplyForm.Choice), ReplyProblem.MissingFields, Without(English, Section.Choice)),
        Fails("choice without its reason and verdict", "Chosen Plan: 2", ReplyProblem.MissingFields, Only(English, Section.Choice)),
        Fails("choice cut in its reason", "Chosen Plan: 2\n\nReason: It costs her", ReplyProblem.Truncated, Only(English, Section.Choice)) with { End = ReplyEnd.Length },
        Fails("choice refused", "I'm sorry, but I can't help with that.", ReplyProblem.Refusal, []),
        Read("choice cut in the longer paragraph", Plain(English, ReplyForm.Choice)[..^20], Without(English, Section.ExtendedParagraph)) with { End = ReplyEnd.Length },
        Read("choice whose stream ended behind a sentence of the longer paragraph", Plain(English, ReplyForm.Choice), Without(English, Section.ExtendedParagraph)) with { End = ReplyEnd.Unknown },
    ];

    private static ReplyForm Bare { get; } = ReplyForm.ChoiceFor(new() { UsesTaste = false });

    private static Dictionary<Section, string> Needed => Only(English, Section.Choice, Section.ChoiceReason, Section.Verdict);

    private static ReplyCase Judgement(string[] labels, IReadOnlyDictionary<Section, string> sections) =>
        new($"judgement under {labels[0]} and {labels[1]}", ReplyForm.Judgement, WriteAs(sections, label => $"{label}: ", [.. ReplyForm.Judgement.Sections.Zip(labels)]), sections);

    private static ReplyCase Read(string name, string text, IReadOnlyDictionary<Section, string>? sections = null) => new(name, ReplyForm.Choice, text, sections ?? English);

    private static ReplyCase Fails(string name, string text, ReplyProblem problem, Dictionary<Section, string> kept) => new(name, ReplyForm.Choice, text, kept) { Problem = problem };
}
