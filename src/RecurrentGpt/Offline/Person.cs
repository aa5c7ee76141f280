namespace RecurrentGpt.Offline;

/// <summary>Somebody in a story.</summary>
/// <param name="Name">The name as the prose uses it.</param>
/// <param name="IsWoman">Which pronoun the prose takes.</param>
internal sealed record Person(string Name, bool IsWoman);
