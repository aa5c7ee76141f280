using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Features.Desk.Sent;

/// <summary>A run that wrote no paragraph: new plans, work on a paragraph that stands, or an attempt that did not end well.</summary>
/// <param name="ParentId">The step that it went on from; null for an opening.</param>
public sealed record OtherRun(Guid RunId, Guid? ParentId, RunKind Kind);
