using System.Text.RegularExpressions;

namespace RecurrentGpt.Offline.Chinese;

/// <summary>Reads what a reader typed in Chinese, with or without saying who does it, and tells it as done.</summary>
internal static partial class ChineseActions
{
    /// <summary>"打开门" as "你打开门。"; null when there is no Chinese in it.</summary>
    internal static string? Tell(string action, Doer doer)
    {
        var bare = Opening().Replace(action, "").TrimEnd('。', '.', '！', '!', ' ');
        return bare.Any(c => c is >= '\u4E00' and <= '\u9FFF') ? doer.Subject + Addressed(bare, doer) + (bare[^1] is '”' or '？' or '…' ? "" : "。") : null;
    }

    internal static string Bare(string action, Doer doer) =>
        Addressed(Opening().Replace(action.Trim(), "").TrimEnd('。', '.', '！', '!', '？', '?', ' ').Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal), doer);

    /// <summary>"林晚住在盐湾。" as "你住在盐湾。"; another sentence keeps whom it is about.</summary>
    internal static string? Lead(string sentence, Person main, Doer reader)
    {
        var rest = sentence.StartsWith(main.Name, StringComparison.Ordinal) ? sentence[main.Name.Length..] : sentence[0] is '你' or '我' ? sentence[1..] : "";
        return rest.Length == 0 || rest.AsSpan().IndexOfAny('他', '她') >= 0 ? null : reader.Subject + rest.TrimEnd('。', '.') + "。";
    }

    internal static string? Beyond(string action, string known) =>
        Demand().IsMatch(action) ? "beyondsay"
        : Feat().Match(action) is { Success: true } feat && !known.Contains(feat.Value, StringComparison.Ordinal) ? "beyonddo"
        : null;

    // What somebody says stays as it was said.
    private static string Addressed(string text, Doer doer) => Pronouns().Replace(text, match => match.Groups["said"].Success ? match.Value : doer.Object);

    [GeneratedRegex("^(然后|接着|现在|于是)?，?(我|你)?(想要|想|要|决定|试着|尝试)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex("(?<said>“[^“”]*”?)|(?<!自)(你|我)(?!们)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pronouns();

    [GeneratedRegex("飞(起来|上|过|走|向|到|越)|瞬移|传送|隐身|穿墙|变成|复活|回到过去|穿越|飞船|火箭|激光|直升机|超能力|翅膀", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Feat();

    [GeneratedRegex("(忽略|无视)(以上|之前|所有|这些|格式)|提示词|指令|格式|语言模型|人工智能|JSON|标签", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Demand();
}
