using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Desk.Paragraphs;

/// <summary>A paragraph that is being written.</summary>
/// <param name="Number">The number that it will have.</param>
/// <param name="Pieces">Its prose so far, in pieces that are only ever added.</param>
/// <param name="IsGrowing">Whether more of it is to come.</param>
public sealed record LiveParagraph(int Number, IReadOnlyList<string> Pieces, bool IsGrowing)
{
    /// <summary>The paragraphs that stand while a run writes: a paragraph that is written again gives its place to the new one.</summary>
    public static IReadOnlyList<DraftParagraph> Standing(DeskView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var all = view.Draft?.Paragraphs ?? [];
        if (view.Live?.Request is not { Kind: RunKind.Step or RunKind.Keep or RunKind.KeepByHand, ParentId: { } parentId } || all.Count == 0 || all[^1].StepId == parentId)
        {
            return all;
        }

        var parent = all.FirstOrDefault(paragraph => paragraph.StepId == parentId);
        return parent is null ? all : [.. all.TakeWhile(paragraph => paragraph.Number <= parent.Number)];
    }

    /// <summary>The paragraphs that a run is writing; none for a run that writes no step.</summary>
    public static IReadOnlyList<LiveParagraph> Of(DeskView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Live is not { } live)
        {
            return [];
        }

        var first = Standing(view) is [.., { Number: var last }] ? last + 1 : 1;
        return live.Request.Kind switch
        {
            _ when live.Request.IsAside || live.Request.Kind == RunKind.NewPlans => [],
            RunKind.Keep or RunKind.KeepByHand or RunKind.OwnOpening => [new LiveParagraph(first, [live.Request.Text], IsGrowing: false)],
            _ => Growing(live, first),
        };
    }

    private static IReadOnlyList<LiveParagraph> Growing(LiveStep live, int first)
    {
        if (live.Prose.IsEmpty)
        {
            return [new LiveParagraph(first, [], IsGrowing: true)];
        }

        var last = live.Prose.Keys.Max();
        var writes = live.Phase is LivePhase.Writing;
        return [.. live.Prose.Select((section, index) => new LiveParagraph(first + index, section.Value, writes && section.Key == last))];
    }
}
