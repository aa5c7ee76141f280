namespace RecurrentGpt.Web.Features.Desk.Chapters;

/// <summary>A wish to see a paragraph, drawn or not yet. Two wishes for the same paragraph are two.</summary>
public sealed class ParagraphJump(int number)
{
    public int Number => number;
}
