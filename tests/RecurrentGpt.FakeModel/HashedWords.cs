namespace RecurrentGpt.FakeModel;

/// <summary>Embeds a text by its words: texts that share words are near each other, the same text always lands in the same place.</summary>
internal static class HashedWords
{
    public static float[] Embed(string text, int dimensions)
    {
        var vector = new float[dimensions];
        foreach (var word in text.ToLowerInvariant().Split([' ', '\n', '.', ',', '"', ':', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var hash = Hash(word);
            vector[hash % (uint)dimensions] += (hash & 0x8000_0000) == 0 ? 1 : -1;
        }

        var length = MathF.Sqrt(vector.Sum(value => value * value));
        if (length == 0)
        {
            vector[0] = length = 1;
        }

        return [.. vector.Select(value => value / length)];
    }

    // FNV-1a: the runtime's own string hash differs from one start to the next.
    private static uint Hash(string word) => word.Aggregate(2_166_136_261u, (hash, letter) => unchecked((hash ^ letter) * 16_777_619u));
}
