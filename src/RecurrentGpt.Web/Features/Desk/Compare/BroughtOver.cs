using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Desk.Compare;

/// <summary>What came of putting a paragraph in the place of another.</summary>
public enum PlaceResult
{
    Placed,

    /// <summary>The author has locked the paragraph that stands there.</summary>
    Locked,

    /// <summary>The paragraph that stands there was changed in another tab meanwhile.</summary>
    Changed,

    /// <summary>It could not be saved now; the desk's status says why.</summary>
    NotSaved,
}

/// <summary>Brings paragraphs of another branch into the draft. Nothing of the other branch is touched.</summary>
internal static class BroughtOver
{
    // The paragraph was written before: nothing is told of a new character now, so none is recorded either.
    private const double NoNewCharacter = 1;

    /// <summary>
    /// The paragraph as the next one of the draft, with the plan that it followed and where that came from there: both are true of it wherever it stands.
    /// Its memory, summary and plans belong to its own branch and stay there. Null before the opening, and for a paragraph of an opening.
    /// </summary>
    /// <param name="kind"><see cref="RunKind.Keep"/> to have the model write what goes with it, or <see cref="RunKind.KeepByHand"/>.</param>
    public static RunRequest? ToRun(DeskView view, DraftParagraph paragraph, RunKind kind) => view is { Draft.Head: { } head } && paragraph.Plan.Source != PlanSource.Opening
        ? new RunRequest(head.StoryId, kind)
        {
            ParentId = head.Id,
            Plan = paragraph.Plan,
            Text = paragraph.Text,
            Toss = NoNewCharacter,
            Held = view.Edits is { } edits ? new HeldTexts(edits.Memory.Text, paragraph.Plan.Text, head.Paragraph) : null,
        }
        : null;

    /// <summary>Puts its text in the place of a paragraph of the draft: an edit by hand, so that the earlier text is kept.</summary>
    public static async Task<PlaceResult> PlaceAsync(WritingSession session, CompareStore store, DraftParagraph here, DraftParagraph paragraph)
    {
        if (await store.IsLockedAsync(here.StepId))
        {
            return PlaceResult.Locked;
        }

        return await session.SaveParagraphAsync(new ParagraphEdit(here, paragraph.Text)) switch
        {
            { Saved: true } => PlaceResult.Placed,
            { } => PlaceResult.Changed,
            null => PlaceResult.NotSaved,
        };
    }
}
