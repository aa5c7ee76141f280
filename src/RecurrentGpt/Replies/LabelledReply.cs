namespace RecurrentGpt.Replies;

/// <summary>Reads a reply whose sections stand under labels.</summary>
internal static class LabelledReply
{
    internal static Findings Read(string text, ReplyForm form)
    {
        var labels = LabelTable.For(form);
        var lines = HeadingScanner.Lines(text, labels);
        var found = Cut(text, lines, form);
        if (found.Covers(form))
        {
            return found;
        }

        var inline = InlineHeadings.AddTo(lines, text, labels);
        var more = inline.Count > lines.Count ? Cut(text, inline, form) : found;
        return more.Sections.Count > found.Sections.Count ? more : found;
    }

    private static Findings Cut(string text, List<Heading> headings, ReplyForm form)
    {
        var chosen = SequenceChooser.Choose(headings, form);
        var common = HeadingScanner.CommonStyle(headings);
        var sections = new Dictionary<Section, string>();
        Section? open = null;
        for (var i = 0; i < chosen.Count; i++)
        {
            var heading = headings[chosen[i]];
            var next = i + 1 < chosen.Count ? chosen[i + 1] : headings.Count;
            var end = End(headings, chosen[i], next, common) is var stop && stop < headings.Count ? headings[stop].Start : text.Length;
            var body = text.AsSpan(heading.BodyStart, end - heading.BodyStart);
            var last = Add(sections, heading, MayCarryRemark(heading, i, chosen) ? ClosingRemark.Without(body) : body, form);
            open = end == text.Length ? last : null;
        }

        return new Findings(sections, open, headings.Exists(heading => heading.Role != LabelRole.Foreign), EndsInLabel(headings));
    }

    // Rules and asides belong to prose, but not behind a memory or a plan.
    private static bool MayCarryRemark(Heading heading, int place, List<int> chosen) =>
        place + 1 == chosen.Count && (heading.Role == LabelRole.Plans || heading.Section is >= Section.Memory and not (Section.RewrittenPassage or Section.ExtendedParagraph));

    private static int End(List<Heading> headings, int at, int next, int common)
    {
        var twin = next < headings.Count ? headings[next].Section : null;
        for (var i = at + 1; i < next; i++)
        {
            if (EndsText(headings[i], twin, common))
            {
                return i;
            }
        }

        return next;
    }

    // A label that was not chosen is a draft, a repeat or a foreign one, and ends the text before it; or it is prose that only looks like one.
    private static bool EndsText(Heading heading, Section? twin, int common)
    {
        var isCommon = heading.Mark.Style == common;
        return heading.Filling == Filling.None
            || (heading.Strength == LabelStrength.Phrase
                ? isCommon || heading.Mark.IsOwnLine || heading.Mark.IsDecorated
                : isCommon && twin is not null && heading.Section == twin);
    }

    // A label with nothing behind it, and then nothing at all.
    private static bool EndsInLabel(List<Heading> headings) => headings is [.., { Filling: Filling.None, Role: not LabelRole.Foreign }];

    private static Section? Add(Dictionary<Section, string> sections, Heading heading, ReadOnlySpan<char> body, ReplyForm form)
    {
        if (heading.Section is { } section)
        {
            sections[section] = SectionText.Of(body);
            return section;
        }

        var plans = PlanList.Split(body);
        var asked = form.Sections.Where(plan => plan >= Section.Instruction1).ToList();
        foreach (var (plan, text) in asked.Zip(plans))
        {
            sections[plan] = text;
        }

        return plans.Count <= asked.Count && plans.Count > 0 ? asked[plans.Count - 1] : null;
    }
}
