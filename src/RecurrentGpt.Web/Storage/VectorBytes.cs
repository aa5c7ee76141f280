using System.Runtime.InteropServices;

namespace RecurrentGpt.Web.Storage;

/// <summary>A vector as it is stored: values of 32 bits, little-endian like every machine that .NET runs on.</summary>
internal static class VectorBytes
{
    public static byte[]? From(ReadOnlyMemory<float>? vector) => vector is { } values ? MemoryMarshal.AsBytes(values.Span).ToArray() : null;

    // An array that is null would become a vector of no values, which is not the same as none.
    public static ReadOnlyMemory<float>? Read(byte[]? bytes) => bytes is null ? default(ReadOnlyMemory<float>?) : MemoryMarshal.Cast<byte, float>(bytes).ToArray();
}
