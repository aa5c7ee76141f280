namespace RecurrentGpt.Web.Features.Desk.Rewrite;

/// <summary>Where the passage of a proposal stands in its paragraph now.</summary>
internal static class RewritePlace
{
    /// <summary>Null when the paragraph has changed and the passage stands in it no more, or more than once.</summary>
    public static int? Find(RewriteProposed proposed, DraftParagraph paragraph)
    {
        if (proposed.Request.Passage is { } passage && passage.Version == paragraph.Version)
        {
            return passage.Start;
        }

        var first = paragraph.Text.IndexOf(proposed.Before, StringComparison.Ordinal);
        return first >= 0 && first == paragraph.Text.LastIndexOf(proposed.Before, StringComparison.Ordinal) ? first : null;
    }
}
