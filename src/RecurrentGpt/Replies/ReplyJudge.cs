namespace RecurrentGpt.Replies;

/// <summary>
/// Says what a reply is worth. A section that may be a fragment is not handed on. The first that applies is the problem: the provider's filter, no text, a refusal,
/// then, when a needed section is missing, a cut, an echo of the format, no labels at all, or else missing fields.
/// </summary>
internal static class ReplyJudge
{
    internal static Reply Judge(string text, Findings found, ReplyForm form, ReplyEnd end)
    {
        var whole = found.Sections.Where(section => section.Value.Length > 0 && !TemplateText.Is(section.Value)).ToDictionary();
        var isCut = IsCut(whole, found, form, end);
        var hasEcho = form.Required.Any(section => found.Sections.TryGetValue(section, out var body) && body.Length > 0 && !whole.ContainsKey(section));
        if (isCut && found.Open is { } open)
        {
            whole.Remove(open);
        }

        if (IsRefusal(text, found, whole))
        {
            whole.Clear();
            return Result(whole, form, end == ReplyEnd.ContentFilter ? ReplyProblem.ContentFilter : ReplyProblem.Refusal);
        }

        return Result(whole, form, Problem(text, found, end, isCut, hasEcho));
    }

    private static Reply Result(Dictionary<Section, string> whole, ReplyForm form, ReplyProblem problem)
    {
        Section[] missing = [.. form.Required.Where(section => !whole.ContainsKey(section))];
        return new Reply(whole, missing, missing.Length == 0 ? ReplyProblem.None : problem);
    }

    private static ReplyProblem Problem(string text, Findings found, ReplyEnd end, bool isCut, bool hasEcho) =>
        end == ReplyEnd.ContentFilter ? ReplyProblem.ContentFilter
        : text.Length == 0 ? ReplyProblem.Empty
        : isCut ? ReplyProblem.Truncated
        : hasEcho ? ReplyProblem.TemplateEcho
        : found.HasLabels ? ReplyProblem.MissingFields
        : ReplyProblem.MissingLabels;

    private static bool IsCut(Dictionary<Section, string> whole, Findings found, ReplyForm form, ReplyEnd end)
    {
        if (end is ReplyEnd.Length or ReplyEnd.ContentFilter || found.IsCut)
        {
            return true;
        }

        if (found.Open is not { } open || !whole.TryGetValue(open, out var last))
        {
            return false;
        }

        // Who does not say that the reply is over has to show it: by the last sentence, and by the last section. What is to stand in a text's place must be whole for sure.
        var (hasEnd, lacks) = (SentenceEnd.Ends(last), LacksTheEnd(whole, open, form));
        return end == ReplyEnd.Unknown
            ? !hasEnd || lacks || open == Section.ExtendedParagraph
            : !hasEnd && !ShortAnswer.Is(open) && (lacks || open < Section.Instruction1);
    }

    private static bool LacksTheEnd(Dictionary<Section, string> whole, Section open, ReplyForm form) =>
        form.Required.Any(section => section > open && !whole.ContainsKey(section));

    // Labels around a refusal do not make it a paragraph.
    private static bool IsRefusal(string text, Findings found, Dictionary<Section, string> whole) =>
        whole.Count == 0 ? !found.HasLabels && Refusal.Is(text) : whole.Count == 1 && Refusal.Is(whole.Values.First());
}
