namespace RecurrentGpt.Replies;

/// <summary>Finds every label that stands at the start of a line.</summary>
internal static class HeadingScanner
{
    internal static List<Heading> Lines(string text, LabelTable labels)
    {
        var line = new LabelLine(labels);
        var headings = new List<Heading>();
        var startsBlock = true;
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOf('\n');
            var end = length < 0 ? text.Length : at + length;
            var isLabel = line.Read(text.AsSpan(at, end - at), isWhole: true, out var mark) == LineKind.Label;
            if (isLabel)
            {
                headings.Add(new Heading(mark!, at, at + mark!.BodyStart, startsBlock));
            }

            startsBlock = isLabel || SectionText.IsBlank(text.AsSpan(at, end - at));
            at = end + 1;
        }

        return Filled(text, Meant(headings));
    }

    /// <summary>Says of each heading what stands behind it.</summary>
    internal static List<Heading> Filled(string text, List<Heading> headings)
    {
        var common = CommonStyle(headings);
        var sure = headings.Count;
        for (var i = headings.Count - 1; i >= 0; i--)
        {
            var next = IsParagraph(headings[i]) ? sure : i + 1;
            sure = MayBeProse(headings[i], common) ? sure : i;
            var end = next < headings.Count ? headings[next].Start : text.Length;
            var start = Math.Min(headings[i].BodyStart, end);
            var body = text.AsSpan(start, end - start);
            headings[i] = headings[i] with
            {
                Filling = SectionText.IsBlank(body) ? Filling.None : TemplateText.Is(body) ? Filling.Template : Filling.Text,
                Plans = headings[i].Role == LabelRole.Plans ? Math.Min(3, PlanList.Split(body).Count) : 0,
            };
        }

        return headings;
    }

    /// <summary>The dress that most of the sure labels wear.</summary>
    internal static int CommonStyle(List<Heading> headings)
    {
        var counts = new Dictionary<int, int>();
        foreach (var heading in headings)
        {
            if (heading.Strength != LabelStrength.Word)
            {
                counts[heading.Mark.Style] = counts.GetValueOrDefault(heading.Mark.Style) + 1;
            }
        }

        // Of equals, the one that came first.
        var most = counts.Count > 0 ? counts.Values.Max() : 0;
        return headings.Find(heading => most > 0 && counts.GetValueOrDefault(heading.Mark.Style) == most)?.Mark.Style ?? -1;
    }

    private static bool IsParagraph(Heading heading) => heading.Section is Section.Paragraph or Section.Paragraph1 or Section.Paragraph2 or Section.Paragraph3;

    // A paragraph may begin with such words.
    private static bool MayBeProse(Heading next, int common) => next.Strength == LabelStrength.Word && !next.Mark.IsOwnLine && next.Mark.Style != common;

    // An everyday word at the start of a line is a label only when it looks like one: dressed up, or like the labels around it, or nothing surer is there.
    private static List<Heading> Meant(List<Heading> headings)
    {
        var common = CommonStyle(headings);
        return common == -1
            ? headings
            : [.. headings.Where(heading => heading.Strength != LabelStrength.Word || heading.Mark.Style == common || IsDressed(heading) || IsBlock(heading))];
    }

    private static bool IsDressed(Heading heading) => heading.Mark is { IsDecorated: true, Separator: not '-' } or { IsDecorated: true, IsOwnLine: true };

    private static bool IsBlock(Heading heading) => heading is { StartsBlock: true, Mark.Separator: ':' };
}
