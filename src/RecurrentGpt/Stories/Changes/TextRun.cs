namespace RecurrentGpt.Stories.Changes;

/// <summary>A run that two texts share, or in which they differ.</summary>
/// <param name="Before">The run in the earlier text; may be empty where it differs.</param>
/// <param name="After">The run in the later text; may be empty where it differs.</param>
/// <param name="Hunk">The number of the difference, from 0; null where the texts are the same.</param>
public sealed record TextRun(string Before, string After, int? Hunk);
