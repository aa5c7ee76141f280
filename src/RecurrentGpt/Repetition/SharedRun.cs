using System.Runtime.InteropServices;

namespace RecurrentGpt.Repetition;

/// <summary>A stretch of units that two paragraphs of one story share, as long as it can be on both sides.</summary>
/// <param name="Paragraph">The place of the earlier paragraph in the index.</param>
/// <param name="Start">Where it begins in the later paragraph, in units.</param>
/// <param name="SourceStart">Where it begins in the earlier one.</param>
/// <param name="Length">How many units it has.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SharedRun(int Paragraph, int Start, int SourceStart, int Length)
{
    /// <summary>Behind its last unit in the later paragraph.</summary>
    internal int End => Start + Length;
}
