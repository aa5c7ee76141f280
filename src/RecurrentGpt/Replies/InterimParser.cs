// Stands in until the parser proper lands, which deletes this file. It reads well-formed replies only.
namespace RecurrentGpt.Replies;

/// <summary>A piece of a reply as it streams.</summary>
public abstract record ReplyPiece;

/// <summary>A piece of prose.</summary>
public sealed record ProsePiece(Section Section, string Text) : ReplyPiece;

/// <summary>A section other than prose, whole.</summary>
public sealed record SectionPiece(Section Section, string Text) : ReplyPiece;

/// <summary>Reads a reply while it streams.</summary>
public sealed class ReplyReader(ReplyForm form)
{
    private string _text = "";
    private int _told;
    private int _prose;

    /// <summary>Takes a chunk and gives what is known by now.</summary>
    public IEnumerable<ReplyPiece> Add(string chunk)
    {
        _text += chunk;
        return Tell(isEnd: false);
    }

    /// <summary>Gives what is left.</summary>
    public IEnumerable<ReplyPiece> End() => Tell(isEnd: true);

    private List<ReplyPiece> Tell(bool isEnd)
    {
        var pieces = new List<ReplyPiece>();
        var sections = ReplyParser.Split(_text, form);
        for (; _told < sections.Count; _told++)
        {
            var (section, text) = sections[_told];
            var isWhole = isEnd || _told < sections.Count - 1;
            if (section is >= Section.Paragraph1 and <= Section.Paragraph)
            {
                var cut = isWhole ? text.Length : Math.Max(_prose, text.LastIndexOf('\n') is var line and >= 0 ? line : text.LastIndexOf(' '));
                while (cut > _prose && char.IsWhiteSpace(text[cut - 1]))
                {
                    cut--;
                }

                if (cut > _prose)
                {
                    pieces.Add(new ProsePiece(section, text[_prose..cut]));
                    _prose = cut;
                }
            }
            else if (isWhole)
            {
                pieces.Add(new SectionPiece(section, text));
            }

            if (!isWhole)
            {
                break;
            }

            _prose = 0;
        }

        return pieces;
    }
}

/// <summary>Reads a whole reply.</summary>
public static class ReplyParser
{
    /// <summary>Reads a reply; never throws.</summary>
    public static Reply Read(string text, ReplyForm form, ReplyEnd end)
    {
        ArgumentNullException.ThrowIfNull(form);
        var sections = new Dictionary<Section, string>();
        foreach (var (section, body) in Split(text, form).Where(part => part.Text.Length > 0))
        {
            sections.TryAdd(section, body);
        }

        Section[] missing = [.. form.Required.Where(section => !sections.ContainsKey(section))];
        var problem = (missing.Length, sections.Count) switch
        {
            (0, _) => ReplyProblem.None,
            (_, 0) => string.IsNullOrWhiteSpace(text) ? ReplyProblem.Empty : text.Contains("sorry", StringComparison.OrdinalIgnoreCase) ? ReplyProblem.Refusal : ReplyProblem.MissingLabels,
            _ => end == ReplyEnd.Length ? ReplyProblem.Truncated : ReplyProblem.MissingFields,
        };
        return new Reply(sections, missing, problem);
    }

    internal static List<(Section Section, string Text)> Split(string text, ReplyForm form)
    {
        var parts = new List<(Section Section, string Text)>();
        foreach (var line in text.Split('\n'))
        {
            var found = form.Sections.Cast<Section?>().FirstOrDefault(section => Labels.Aliases(section!.Value, form).Any(alias => line.Trim() == alias + ":"));
            if (found is { } next)
            {
                parts.Add((next, ""));
            }
            else if (parts.Count > 0)
            {
                parts[^1] = (parts[^1].Section, parts[^1].Text + "\n" + line);
            }
        }

        return [.. parts.Select(part => (part.Section, part.Text.Trim()))];
    }
}
