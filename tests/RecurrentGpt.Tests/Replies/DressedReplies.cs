using RecurrentGpt.Replies;
using static RecurrentGpt.Tests.Replies.SampleReply;

namespace RecurrentGpt.Tests.Replies;

/// <summary>Complete replies in every dress that labels come in: nothing may be lost from them.</summary>
internal static class DressedReplies
{
    private static readonly (string Name, Func<string, string> Dress)[] Dresses =
    [
        ("own line", label => $"{label}:\n"),
        ("same line", label => $"{label}: "),
        ("bold", label => $"**{label}:**\n"),
        ("bold, colon outside", label => $"**{label}**: "),
        ("bold, same line", label => $"**{label}:** "),
        ("bold, no colon", label => $"**{label}**\n\n"),
        ("heading", label => $"## {label}\n\n"),
        ("heading and bold", label => $"### **{label}:**\n"),
        ("numbered", label => $"1. {label}:\n"),
        ("numbered and bold", label => $"1) **{label}**: "),
        ("bullet", label => $"- {label}: "),
        ("quoted line", label => $"> {label}:\n"),
        ("square brackets", label => $"[{label}]\n"),
        ("square brackets and colon", label => $"[{label}]: "),
        ("corner brackets", label => $"【{label}】\n"),
        ("corner brackets, same line", label => $"【{label}】"[..^1] + "】："),
        ("full-width colon", label => $"{label}：\n"),
        ("dash", label => $"{label} - "),
        ("em dash", label => $"{label} — "),
        ("alone", label => $"{label}\n"),
        ("capitals", label => $"{label.ToUpperInvariant()}:\n"),
        ("underscores", label => $"{label.Replace(' ', '_')}:\n"),
        ("a note", label => $"{label} (about the right length):\n"),
        ("tag", label => $"<{label}>\n"),
        ("emoji", label => $"📝 {label}:\n"),
    ];

    internal static IEnumerable<ReplyCase> All =>
    [
        .. InEachDress("step", ReplyForm.Step, Step),
        .. InEachDress("opening", ReplyForm.Opening, Opening),
        .. InEachDress("Chinese step", ReplyForm.Step, ChineseStep),
    ];

    internal static IEnumerable<ReplyCase> InEachDress(string name, ReplyForm form, IReadOnlyDictionary<Section, string> sections) =>
        Dresses.Select(dress => new ReplyCase($"{name}, {dress.Name}", form, Write(sections, form, dress.Dress, "\n\n"), sections));
}
