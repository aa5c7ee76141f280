using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Desk.Rewrite;

/// <summary>A passage that the author has marked in the manuscript.</summary>
/// <param name="Start">Its first code unit in the paragraph's text as it is stored.</param>
internal sealed record ChosenPassage(DraftParagraph Paragraph, int Start, int Length)
{
    private const int Enough = 120;

    /// <summary>As much of it as tells which one it is.</summary>
    public string Beginning => string.Concat(Paragraph.Text.AsSpan(Start, Math.Min(Length, Enough)), Length > Enough ? "…" : "");

    public static ChosenPassage Whole(DraftParagraph paragraph) => new(paragraph, 0, paragraph.Text.Length);

    /// <summary>The passage behind what is marked on the screen; null when it cannot be told exactly.</summary>
    public static ChosenPassage? Of(DraftParagraph paragraph, int start, int end, string first, string last) =>
        ProseMap.Of(paragraph.Text).Find(start, end, first, last) is var (from, length) ? new ChosenPassage(paragraph, from, length) : null;

    /// <summary>The request to write it again; null when the paragraph is not the one any more that was marked, or is locked.</summary>
    public RunRequest? ToRequest(DeskView view, string instruction) =>
        view.Draft is { } draft && IsIn(draft)
            ? new RunRequest(draft.Story.Id, RunKind.Rewrite)
            {
                ParentId = Paragraph.StepId,
                Text = instruction.Trim(),
                Passage = new PassageRange(Start, Length, Paragraph.Version),
            }
            : null;

    /// <summary>Whether it can be rewritten as the draft stands now.</summary>
    public bool IsIn(Draft draft) =>
        draft.Paragraphs.FirstOrDefault(paragraph => paragraph.StepId == Paragraph.StepId) is { IsLocked: false } now
        && now.Version == Paragraph.Version
        && draft.RewritingOf(Paragraph)?.Proposed is null;
}
