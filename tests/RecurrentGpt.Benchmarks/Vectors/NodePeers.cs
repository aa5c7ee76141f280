using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace RecurrentGpt.Benchmarks.Vectors;

/// <summary>What a library of node took for a search, and which rows it found for each query.</summary>
internal sealed record NodePeer(double Milliseconds, int[][] Found, string? Trouble);

/// <summary>hnswlib's brute force and usearch's exact search in a process of node, which reads the same vectors from a file and measures by itself.</summary>
internal static class NodePeers
{
    public static async Task<IReadOnlyDictionary<string, NodePeer>> MeasureAsync(
        string folder, SameSearch search, int rounds, CancellationToken cancellationToken)
    {
        var (vectorsFile, queriesFile) = (Path.Combine(folder, "vectors.f32"), Path.Combine(folder, "queries.f32"));
        await WriteAsync(vectorsFile, search.Vectors, cancellationToken);
        await WriteAsync(queriesFile, search.Queries, cancellationToken);
        var numbers = new[] { search.Vectors.Dimensions, search.Count, rounds }.Select(number => number.ToString(CultureInfo.InvariantCulture));
        var printed = await PeerFolder.RunPeersAsync([vectorsFile, queriesFile, .. numbers], cancellationToken);
        return JsonSerializer.Deserialize<Dictionary<string, NodePeer>>(printed, JsonSerializerOptions.Web)!;
    }

    private static Task WriteAsync(string file, RandomVectors vectors, CancellationToken cancellationToken) =>
        File.WriteAllBytesAsync(file, MemoryMarshal.AsBytes(vectors.Values).ToArray(), cancellationToken);
}
