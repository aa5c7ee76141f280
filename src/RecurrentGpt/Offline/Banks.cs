using System.Collections.Frozen;

namespace RecurrentGpt.Offline;

/// <summary>Named lists of sentences and words, with {slots} that name other lists or parts of the scene.</summary>
internal sealed class Banks
{
    private static readonly string[] Scenery = ["places", "spots", "sound", "smell", "weather", "far"];
    private readonly FrozenDictionary<string, string[]> _lists;

    private Banks(IEnumerable<KeyValuePair<string, string[]>> lists) => _lists = lists.ToFrozenDictionary();

    internal string[] this[string name] => _lists[name];

    internal bool Has(string name) => _lists.ContainsKey(name);

    /// <summary>Reads lists: a line "# name" begins one or goes on with it, every other line is an entry.</summary>
    internal static Banks Read(params ReadOnlySpan<string> texts)
    {
        var lists = new Dictionary<string, List<string>>();
        foreach (var text in texts)
        {
            List<string> list = [];
            foreach (var line in text.Replace('\'', '’').Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.StartsWith("# ", StringComparison.Ordinal))
                {
                    list = lists.TryGetValue(line[2..], out var begun) ? begun : lists[line[2..]] = [];
                }
                else
                {
                    list.Add(line);
                }
            }
        }

        return new Banks(lists.Select(list => KeyValuePair.Create(list.Key, list.Value.ToArray())));
    }

    /// <summary>These lists with the places, sounds, smells and weather of others.</summary>
    internal Banks WithScenery(Banks other) => new(_lists.Select(list => Scenery.Contains(list.Key) ? KeyValuePair.Create(list.Key, other[list.Key]) : list));

    /// <summary>These lists under those of a genre; a list of the same name goes before this one's entries.</summary>
    internal Banks With(Banks genre) => new(_lists.Concat(genre._lists).GroupBy(list => list.Key)
        .Select(lists => KeyValuePair.Create(lists.Key, lists.Reverse().SelectMany(list => list.Value).ToArray())));
}
