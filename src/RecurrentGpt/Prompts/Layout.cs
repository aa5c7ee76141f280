using System.Text;

namespace RecurrentGpt.Prompts;

/// <summary>
/// A user message that is made of named parts and of the author's words between them. The lines are told apart before anything is filled in,
/// so that no text of the story is ever taken for a name.
/// </summary>
internal sealed class Layout
{
    private readonly IReadOnlyList<LayoutLine> _lines;

    private Layout(IReadOnlyList<LayoutLine> lines) => _lines = lines;

    /// <summary>All words that may go out between the parts, for marks that none of them contains.</summary>
    internal IEnumerable<string> Words => _lines.Select(line => line.Text);

    internal static Layout Of(PromptTemplate template) => new([.. LayoutLine.Split(template.Layout)]);

    /// <summary>The message. A part that is empty takes its line away; a name that is not among <paramref name="parts"/> is words.</summary>
    internal IReadOnlyList<PromptPart> Fill(IReadOnlyDictionary<string, PromptPart> parts)
    {
        var filled = new List<PromptPart>();
        var words = new StringBuilder();
        foreach (var line in _lines)
        {
            if (line.Name is null || !parts.TryGetValue(line.Name, out var part))
            {
                words.Append(line.Text);
            }
            else if (part.Text.Length > 0)
            {
                Add(filled, words);
                Add(filled, part);
            }
        }

        Add(filled, words);
        return filled;
    }

    private static void Add(List<PromptPart> filled, StringBuilder words)
    {
        if (words.Length > 0)
        {
            Add(filled, new PromptPart(PartKind.Own, words.ToString()));
            words.Clear();
        }
    }

    // A part without a line end of its own would run into what follows it, and a mark must begin its line.
    private static void Add(List<PromptPart> filled, PromptPart part)
    {
        if (filled is [.., var last] && !last.Text.EndsWith('\n'))
        {
            filled[^1] = last with { Text = last.Text + "\n" };
        }

        filled.Add(part);
    }
}
