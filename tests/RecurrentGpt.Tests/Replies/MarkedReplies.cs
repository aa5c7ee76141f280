using RecurrentGpt.Replies;
using static RecurrentGpt.Tests.Replies.SampleReply;

namespace RecurrentGpt.Tests.Replies;

/// <summary>Complete replies whose labels have each mark before them, or around them, that models are known to use.</summary>
internal static class MarkedReplies
{
    internal static IReadOnlyList<string> Before { get; } = ["*", "#", "####", ">", "-", "+", "•", "·", "●", "○", "◆", "◇", "■", "□", "▪", "→", "–", "—", "|", "=", "~", "1.", "2)", "三、", "1：", "✨"];

    internal static IReadOnlyList<(string Open, string Close)> Around { get; } =
    [
        ("[", "]"), ("【", "】"), ("「", "」"), ("『", "』"), ("《", "》"), ("〈", "〉"), ("<", ">"), ("(", ")"), ("{", "}"), ("（", "）"),
        ("\"", "\""), ("'", "'"), ("“", "”"), ("‘", "’"), ("`", "`"), ("__", "__"), ("***", "***"), ("== ", " =="), ("~~", "~~"),
    ];

    internal static IEnumerable<ReplyCase> All =>
    [
        .. Before.Select(mark => new ReplyCase($"mark before: {mark}", ReplyForm.Step, Write(Step, ReplyForm.Step, label => $"{mark} {label}:\n", "\n\n"), Step)),
        .. Around.Select(pair => new ReplyCase($"marks around: {pair.Open}{pair.Close}", ReplyForm.Step, Write(Step, ReplyForm.Step, label => $"{pair.Open}{label}{pair.Close}:\n", "\n\n"), Step)),
    ];
}
