using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RecurrentGpt.Benchmarks.Vectors;

/// <summary>The quickest plain read of a buffer by one thread: the time that exact search of as many bytes cannot go below.</summary>
internal sealed class MemoryRead
{
    private const int Unroll = 4;

    private readonly float[] _buffer;

    /// <param name="values">Values of 32 bits in the buffer. What does not fill a last round of the loop is left out.</param>
    public MemoryRead(int values)
    {
        _buffer = new float[values];

        // Pages that nobody has written are all the same one, which is in the cache.
        _buffer.AsSpan().Fill(1);
    }

    /// <summary>Reads in several places at once, since one stream alone may not keep the memory busy.</summary>
    /// <param name="streams">In how many places.</param>
    /// <returns>What was read, so that it is.</returns>
    public int Read(int streams)
    {
        var vectors = MemoryMarshal.Cast<float, Vector512<int>>(_buffer);
        var part = vectors.Length / streams;
        var (a, b, c, d) = (Vector512<int>.Zero, Vector512<int>.Zero, Vector512<int>.Zero, Vector512<int>.Zero);
        for (var at = 0; at <= part - Unroll; at += Unroll)
        {
            for (var stream = 0; stream < streams; stream++)
            {
                var line = vectors.Slice((stream * part) + at, Unroll);
                a ^= line[0];
                b ^= line[1];
                c ^= line[2];
                d ^= line[3];
            }
        }

        return Vector512.Sum(a ^ b ^ c ^ d);
    }
}
