using System.Globalization;
using RecurrentGpt.Memory;

namespace RecurrentGpt.Prompts;

/// <summary>How recalled entries stand in a prompt: in the order of the story, each behind the number of its paragraph.</summary>
internal static class RecalledText
{
    // In the order of the story and not of the score: a model that reads effects before their causes writes them so.
    internal static string Of(IReadOnlyList<RecalledEntry> recalled) => string.Join('\n',
        recalled.OrderBy(entry => entry.Step).Select(entry => string.Create(CultureInfo.InvariantCulture, $"[{entry.Step}] {entry.Text}")));
}
