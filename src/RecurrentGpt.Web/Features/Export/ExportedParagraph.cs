using RecurrentGpt.Play;

namespace RecurrentGpt.Web.Features.Export;

/// <summary>What a reader has of a step.</summary>
/// <param name="Text">The paragraph.</param>
/// <param name="Chapter">The heading of the chapter that begins with it; empty for none.</param>
/// <param name="Plan">The plan that it follows, which in a story that is played says what the reader did.</param>
/// <param name="Turn">Its place in the arc when it was played; null when it was written at a desk.</param>
public sealed record ExportedParagraph(string Text, string Chapter, string Plan, PlayTurn? Turn);
