namespace RecurrentGpt.Web.Features.Library;

/// <summary>Another title for a story.</summary>
/// <param name="Before">The title that the author saw when they began.</param>
public sealed record TitleChange(Guid StoryId, string Before, string Title);
