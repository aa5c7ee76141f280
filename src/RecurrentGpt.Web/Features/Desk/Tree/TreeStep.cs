using RecurrentGpt.Play;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk.Tree;

/// <summary>What is shown of one step of the tree beside its place in it.</summary>
/// <param name="Beginning">The first lines of its paragraph.</param>
/// <param name="IsCut">Whether the paragraph goes on.</param>
/// <param name="Note">A note to self; empty for none.</param>
public sealed record TreeStep(Guid Id, Plan Plan, string Beginning, bool IsCut, string Model, string Note)
{
    /// <summary>Its place in the arc when it was played; null when it was written at a desk.</summary>
    public PlayTurn? Turn { get; init; }
}
