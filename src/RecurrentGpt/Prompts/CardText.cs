using RecurrentGpt.Stories;

namespace RecurrentGpt.Prompts;

/// <summary>How a story's card stands in a prompt: each text of the author between its own marks.</summary>
internal static class CardText
{
    internal static IEnumerable<string> Texts(StoryCard card) => [card.Title, card.Genre, card.Language, card.Premise, card.Outline];

    internal static string Render(StoryCard card, Marks marks) => string.Concat(
        new (string Name, string Text)[]
        {
            (PartNames.Title, card.Title),
            (PartNames.Genre, card.Genre),
            (PartNames.Language, card.Language),
            (PartNames.Premise, card.Premise),
            (PartNames.Outline, card.Outline),
        }
        .Where(part => part.Text.Length > 0)
        .Select(part => marks.Around(part.Name, part.Text)));
}
