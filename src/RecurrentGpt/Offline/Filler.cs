using System.Text;

namespace RecurrentGpt.Offline;

/// <summary>Fills the slots of a sentence: parts of the scene by name, the rest from the banks.</summary>
internal static class Filler
{
    private const int DeepestNesting = 4;

    /// <summary>The sentence that visit number <paramref name="visit"/> to this template gives; other visits give others until all combinations were used.</summary>
    /// <remarks>Carried texts stand in for marks in square brackets; they come from the author and are not looked into for slots.</remarks>
    internal static string Fill(string template, Voice voice, Scene scene, long visit, params ReadOnlySpan<(string Mark, string Text)> carried)
    {
        var seed = StableHash.Of(scene.StorySeed, template);
        var place = Walk.Place(visit, Combinations(template, scene.Banks), seed);
        var filled = Fill(template, voice, scene, ref place, StableHash.Mix(seed ^ (ulong)visit), 0);
        foreach (var (mark, text) in carried)
        {
            filled = filled.Replace($"[{mark}]", text, StringComparison.Ordinal);
        }

        return voice.Finish(filled);
    }

    private static string Fill(string template, Voice voice, Scene scene, ref long place, ulong seed, int depth)
    {
        var text = new StringBuilder();
        var at = 0;
        for (var open = template.IndexOf('{', StringComparison.Ordinal); open >= 0; open = template.IndexOf('{', at))
        {
            var close = template.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            text.Append(template, at, open - at);
            at = close + 1;
            text.Append(Slot(template[(open + 1)..close], voice, scene, ref place, seed + (ulong)open, depth));
        }

        return text.Append(template, at, template.Length - at).ToString();
    }

    private static string Slot(string slot, Voice voice, Scene scene, ref long place, ulong seed, int depth)
    {
        var name = Voice.ListOf(slot, scene);
        if (!scene.Banks.Has(name))
        {
            return voice.Word(slot, scene) ?? throw new InvalidOperationException($"The sample writer's banks have no slot {slot}.");
        }

        var list = scene.Banks[name];
        var index = depth == 0 ? (int)(place % list.Length) : StableHash.Below(StableHash.Mix(seed), list.Length);
        place = depth == 0 ? place / list.Length : place;
        var entry = list[index];
        return depth < DeepestNesting ? Fill(entry, voice, scene, ref place, StableHash.Mix(seed), depth + 1) : entry;
    }

    private static long Combinations(string template, Banks banks)
    {
        long product = 1;
        foreach (var part in template.Split('{').Skip(1))
        {
            var slot = part[..Math.Max(0, part.IndexOf('}', StringComparison.Ordinal))];
            product *= slot == Voice.HourSlot ? banks[Voice.HourSlot + "0"].Length : banks.Has(slot) ? banks[slot].Length : 1;
        }

        return product;
    }
}
