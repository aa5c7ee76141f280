namespace RecurrentGpt.Offline;

/// <summary>A hash of text that is the same on every machine and in every process (FNV-1a, finished as in SplitMix64).</summary>
internal static class StableHash
{
    private const ulong Start = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    internal static ulong Of(ulong seed, params ReadOnlySpan<string> texts)
    {
        var hash = Start ^ Mix(seed);
        foreach (var text in texts)
        {
            hash = Of(hash, text.AsSpan());
        }

        return Mix(hash);
    }

    internal static ulong Of(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        // A mark between texts, so that "ab" + "c" and "a" + "bc" differ.
        return (hash ^ 0xFFFF) * Prime;
    }

    internal static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    internal static int Below(ulong hash, int count) => (int)(hash % (ulong)count);
}
