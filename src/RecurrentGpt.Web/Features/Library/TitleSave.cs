namespace RecurrentGpt.Web.Features.Library;

/// <summary>The outcome of renaming a story.</summary>
/// <param name="Saved">False when another window gave it another title meanwhile; nothing was changed then.</param>
/// <param name="Current">The title that stands now.</param>
public sealed record TitleSave(bool Saved, string Current);
