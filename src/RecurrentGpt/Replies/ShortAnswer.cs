namespace RecurrentGpt.Replies;

/// <summary>Sections that a number or a word fills: they end without a stop, and come as such in JSON.</summary>
internal static class ShortAnswer
{
    internal static bool Is(Section section) => section is Section.Choice or Section.FollowedChoice or Section.Verdict;
}
