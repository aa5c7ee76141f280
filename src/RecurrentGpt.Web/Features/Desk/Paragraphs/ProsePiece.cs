using Markdig.Syntax;

namespace RecurrentGpt.Web.Features.Desk.Paragraphs;

/// <summary>A text that the manuscript shows, and where it comes from.</summary>
/// <param name="Text">What is shown.</param>
/// <param name="Start">Where its source begins.</param>
/// <param name="End">Behind its source.</param>
/// <param name="Within">What is around it, from outside in: a selection across an edge of one of these takes in all of it.</param>
/// <param name="IsAfterBreak">Whether it begins a line or a block.</param>
/// <param name="IsSource">Whether it is Markdown that is shown as it is typed: nothing in it stands for anything else.</param>
internal sealed record ProsePiece(string Text, int Start, int End, IReadOnlyList<SourceSpan> Within, bool IsAfterBreak, bool IsSource);
