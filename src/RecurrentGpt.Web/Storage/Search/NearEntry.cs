using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Storage.Search;

/// <summary>An entry of long-term memory that is near to what was searched for.</summary>
/// <param name="StoryId">Its story.</param>
/// <param name="Title">The story's title.</param>
/// <param name="Kind">Whether the story is played.</param>
/// <param name="StepId">Its step.</param>
/// <param name="Number">The step's number.</param>
/// <param name="Summary">The entry.</param>
/// <param name="Cosine">How near it is.</param>
public sealed record NearEntry(Guid StoryId, string Title, StoryKind Kind, Guid StepId, int Number, string Summary, double Cosine);
