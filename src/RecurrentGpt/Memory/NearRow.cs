using System.Runtime.InteropServices;

namespace RecurrentGpt.Memory;

/// <summary>A row that is near a query.</summary>
/// <param name="Row">The row.</param>
/// <param name="Cosine">Its cosine with the query, to two places or so.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NearRow(int Row, double Cosine);
