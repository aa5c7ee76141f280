namespace RecurrentGpt.Offline;

/// <summary>Whoever does what a reader typed, as a sentence names them: "you", "I", or the main character by name.</summary>
internal sealed record Doer(string Subject, string Object, string Possessive, string Reflexive);
