using System.Text.RegularExpressions;
using RecurrentGpt.Replies;

namespace RecurrentGpt.Tests.Replies;

/// <summary>The corpus leaves nothing out that the parser is to read: a label, decoration or failure without a reply of its own fails here.</summary>
public sealed class CorpusCoverageTests
{
    private static readonly ReplyForm[] Forms = [ReplyForm.Opening, ReplyForm.Step, ReplyForm.Rewrite, ReplyForm.Coverage, ReplyForm.Choice, ReplyForm.Judgement];

    public static TheoryData<string, string> Decorations => new()
    {
        { "bold", @"^\*\*Updated Memory" },
        { "italics", @"^\*+ ?Updated Memory" },
        { "underscores", @"^__Updated Memory" },
        { "heading", @"^#+ Updated Memory" },
        { "heading and bold", @"^#+ \*\*Updated Memory" },
        { "number", @"^\d[.)] Updated Memory" },
        { "Chinese number", @"^三、 ?Updated Memory" },
        { "quote mark of a line", @"^> Updated Memory" },
        { "bullet", @"^[-•] Updated Memory" },
        { "square brackets", @"^\[Updated Memory\]" },
        { "corner brackets", @"^【Updated Memory】" },
        { "tag", @"^<Updated Memory>" },
        { "quotes", @"^[""“]Updated Memory[""”]" },
        { "emoji", @"^📝 Updated Memory" },
        { "capitals", @"^UPDATED MEMORY" },
        { "underscores for spaces", @"^Updated_Memory" },
        { "a note", @"^Updated Memory \(" },
        { "colon", @"^Updated Memory:$" },
        { "colon and text", @"^Updated Memory: \S" },
        { "full-width colon", @"^Updated Memory：" },
        { "dash", @"^Updated Memory - " },
        { "em dash", @"^Updated Memory — " },
        { "nothing", @"^Updated Memory$" },
        { "within a line", @"\S Updated Memory: " },
        { "thinking", @"<think>" },
        { "end of thinking alone", @"\A[^<]*</think>" },
        { "chat tokens", @"<\|im_start\|>" },
        { "fence", @"\A```" },
        { "byte order mark and CRLF", @"\A\uFEFF[\s\S]*\r\n" },
        { "JSON", @"\A\{" },
        { "four plans", @"^Instruction 4:" },
    };

    public static TheoryData<ReplyProblem> Problems => [.. Enum.GetValues<ReplyProblem>()];

    public static TheoryData<ReplyEnd> Ends => [.. Enum.GetValues<ReplyEnd>()];

    // Memory and plans come under the same labels in both forms, so one reply for each of their labels is enough.
    [Fact]
    public void Corpus_EveryAlias_HasAReply()
    {
        var missing =
            from form in Forms
            from section in form.Sections
            from alias in Labels.Aliases(section, form)
            where form != ReplyForm.Opening || section < Section.Memory || alias == Labels.Of(section, form)
            where !Corpus.All.Any(reply => reply.Form == form && reply.Sections.ContainsKey(section) && HasLabel(reply.Text, alias))
            select $"{form.Name}, {section}: {alias}";

        Assert.Equal([], missing);
    }

    [Fact]
    public void Corpus_EveryLabelOfAListOfPlans_HasAReply()
    {
        Assert.All(Labels.PlanLists, label => Assert.Contains(Corpus.All, reply => reply.Problem == ReplyProblem.None && HasLabel(reply.Text, label)));
    }

    [Theory]
    [MemberData(nameof(Decorations))]
    public void Corpus_EveryDecoration_HasAReplyThatIsReadWhole(string name, string pattern)
    {
        Assert.True(Corpus.All.Any(reply => reply.Problem == ReplyProblem.None && Regex.IsMatch(reply.Text, pattern, RegexOptions.Multiline | RegexOptions.NonBacktracking)), name);
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void Corpus_EveryProblem_HasAReply(ReplyProblem problem) => Assert.Contains(Corpus.All, reply => reply.Problem == problem);

    [Theory]
    [MemberData(nameof(Ends))]
    public void Corpus_EveryEnd_HasAReply(ReplyEnd end) => Assert.Contains(Corpus.All, reply => reply.End == end);

    private static bool HasLabel(string text, string alias) =>
        Regex.IsMatch(text, $@"^\P{{L}}*{Regex.Escape(alias)}[^\p{{L}}\p{{N}}]", RegexOptions.Multiline | RegexOptions.NonBacktracking);
}
