using RecurrentGpt.Web.Features.Desk.Paragraphs;

namespace RecurrentGpt.Web.Features.Desk.Marks;

/// <summary>The marks of one desk: which text on which paragraph is being written, and what the author does with them.</summary>
internal sealed class MarkDesk(MarkActs acts)
{
    private (Guid StepId, MarkKind Kind)? _open;

    public bool IsOpen(DraftParagraph paragraph, MarkKind kind) => _open == (paragraph.StepId, kind);

    public void Open(DraftParagraph paragraph, MarkKind kind) => _open = (paragraph.StepId, kind);

    public void Close() => _open = null;

    /// <summary>Does what was chosen from the menu of a paragraph.</summary>
    public Task ActAsync(ParagraphChoice choice)
    {
        switch (choice.Action)
        {
            case ParagraphAction.Chapter:
                Open(choice.Paragraph, MarkKind.Chapter);
                return Task.CompletedTask;
            case ParagraphAction.Note:
                Open(choice.Paragraph, MarkKind.Note);
                return Task.CompletedTask;
            default:
                return acts.LockAsync(choice.Paragraph.StepId, choice.Action == ParagraphAction.Lock);
        }
    }

    public Task<SaveResult?> SaveAsync(DraftParagraph before, MarkKind kind, string text) => acts.SaveAsync(before, kind, text);

    public Task LockSentencesAsync(Guid stepId, bool isLocked, params IReadOnlyList<string> sentences) => acts.LockSentencesAsync(stepId, sentences, isLocked);
}
