namespace RecurrentGpt.Web.Features.Desk.Chapters;

/// <summary>A chapter of the draft: the paragraphs from one heading to the next.</summary>
/// <param name="Heading">Empty for what stands before the first heading.</param>
public sealed record Chapter(string Heading, int First, int Last)
{
    /// <summary>The chapters of a draft, in order; none when it has no heading.</summary>
    public static IReadOnlyList<Chapter> Of(IReadOnlyList<DraftParagraph> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        var chapters = new List<Chapter>();
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.Chapter.Length > 0 || chapters.Count == 0)
            {
                chapters.Add(new Chapter(paragraph.Chapter, paragraph.Number, paragraph.Number));
            }
            else
            {
                chapters[^1] = chapters[^1] with { Last = paragraph.Number };
            }
        }

        return chapters is [{ Heading: "" }] ? [] : chapters;
    }
}
