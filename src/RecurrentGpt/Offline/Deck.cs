namespace RecurrentGpt.Offline;

/// <summary>Draws sentences of each kind for one paragraph; what another paragraph of the story drew does not come again.</summary>
internal sealed class Deck(Voice voice, ulong storySeed)
{
    private readonly Dictionary<string, int> _drawn = [];

    /// <summary>
    /// Draws from the list <paramref name="kind"/>; sentences that need somebody who is not there are passed over. A list in which two sentences belong
    /// together has a bar between them.
    /// </summary>
    internal string[] Draw(string kind, Scene scene, params ReadOnlySpan<(string Mark, string Text)> carried)
    {
        var list = scene.Banks[kind];
        for (var tries = 0; tries < list.Length; tries++)
        {
            var visit = Next(kind, scene, list.Length);
            var template = list[(int)(visit % list.Length)];
            if (Fits(template, scene))
            {
                return Fill(template, scene, visit / list.Length, carried);
            }
        }

        throw new InvalidOperationException($"No sentence of {kind} can do without a second person.");
    }

    // Two names for one object in a sentence, or nobody for a part in it, would be nonsense.
    private bool Fits(string template, Scene scene)
    {
        return (scene.Q is not null || !Has("{Q") && !Has("{q"))
            && (!template.StartsWith("{obj} was where", StringComparison.Ordinal) || voice.IsTangible(scene.Thing, scene.Banks))
            && (scene.Carry != scene.Thing || !Has("{carry}"))
            && (scene.Motif != scene.Thing || !Has("{motif}") || !(Has("{obj}") || Has("{aobj}") || Has("{thing}")));

        bool Has(string slot) => template.Contains(slot, StringComparison.Ordinal);
    }

    private string[] Fill(string template, Scene scene, long visit, ReadOnlySpan<(string Mark, string Text)> carried)
    {
        var parts = template.Split('|');
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Filler.Fill(parts[i], voice, scene, visit, carried);
        }

        return parts;
    }

    private long Next(string kind, Scene scene, int count)
    {
        var drawn = _drawn.GetValueOrDefault(kind);
        _drawn[kind] = drawn + 1;
        var start = StableHash.Below(StableHash.Of(storySeed, kind), count);
        return start + ((long)scene.Turn * Walk.Stride(count)) + drawn;
    }
}
