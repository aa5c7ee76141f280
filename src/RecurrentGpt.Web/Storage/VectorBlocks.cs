using System.Runtime.InteropServices;

namespace RecurrentGpt.Web.Storage;

/// <summary>
/// Room for the vectors of a story as they are read: one after another, so that a search reads memory in order, and each where it stays, so that none is copied.
/// </summary>
/// <param name="expected">How many there may be.</param>
internal sealed class VectorBlocks(int expected)
{
    private Memory<float> _left;
    private int _read;

    /// <summary>Puts a vector behind the others. The first makes room for all; one of another length makes room for as many as may still come.</summary>
    public ReadOnlyMemory<float> Add(ReadOnlySpan<byte> bytes)
    {
        var length = bytes.Length / sizeof(float);
        if (_left.Length < length)
        {
            _left = GC.AllocateUninitializedArray<float>(length * Math.Max(1, expected - _read));
        }

        var vector = _left[..length];
        bytes[..(length * sizeof(float))].CopyTo(MemoryMarshal.AsBytes(vector.Span));
        (_left, _read) = (_left[length..], _read + 1);
        return vector;
    }
}
