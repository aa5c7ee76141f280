namespace RecurrentGpt.Web.Features.Desk.Paragraphs;

/// <summary>A paragraph changed by hand.</summary>
/// <param name="Before">The paragraph that the author saw, with the version that the change rests on.</param>
public sealed record ParagraphEdit(DraftParagraph Before, string Text)
{
    /// <summary>The run whose proposal it takes in; null for words of the author's own.</summary>
    public Guid? TakenFrom { get; init; }
}
