using RecurrentGpt.Replies;

namespace RecurrentGpt.Tests.Replies;

/// <summary>Replies that say what of a plan is in a paragraph: one section, whose lines are read by themselves later.</summary>
internal static class CoverageReplies
{
    private const string Lines = "1: done \"Maren counted the coins twice.\"\n2: partly “The ferry had stopped”\n3: missing";
    private const string ChineseLines = "1：完成 “帕维尔把铜钱数了两遍。”\n2：部分完成\n3：缺失";

    internal static IEnumerable<ReplyCase> All =>
    [
        .. new[] { "Coverage", "Plan Coverage" }.Select(label => Read($"coverage under {label}", $"{label}:\n{Lines}", Lines)),
        .. new[] { "覆盖", "覆盖情况", "计划覆盖" }.Select(label => Read($"coverage under {label}", $"{label}：\n{ChineseLines}", ChineseLines)),
        Read("coverage in bold", $"**Coverage:**\n\n{Lines}", Lines),
        Read("coverage behind thinking and talk", $"<think>1: missing?</think>Here is my reading.\n\n### Coverage\n{Lines}", Lines),
        Read("coverage in a fence", $"```\nCoverage:\n{Lines}\n```", Lines),
        Fails("coverage without its label", Lines, ReplyProblem.MissingLabels),
        Fails("coverage cut by the token limit", $"Coverage:\n{Lines}", ReplyProblem.Truncated) with { End = ReplyEnd.Length },
        Fails("coverage refused", "I'm sorry, but I can't help with that.", ReplyProblem.Refusal),
    ];

    private static ReplyCase Read(string name, string text, string lines) =>
        new(name, ReplyForm.Coverage, text, new Dictionary<Section, string> { [Section.Coverage] = lines });

    private static ReplyCase Fails(string name, string text, ReplyProblem problem) =>
        new(name, ReplyForm.Coverage, text, new Dictionary<Section, string>()) { Problem = problem };
}
