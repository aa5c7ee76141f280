namespace RecurrentGpt.Memory;

/// <summary>The embedding of one entry, with the text that it was made of: an entry that was changed meanwhile does not get it.</summary>
/// <param name="StepId">The step that the entry summarises.</param>
/// <param name="Text">The text that was embedded.</param>
/// <param name="Vector">Its embedding.</param>
public sealed record EntryVector(Guid StepId, string Text, ReadOnlyMemory<float> Vector);
