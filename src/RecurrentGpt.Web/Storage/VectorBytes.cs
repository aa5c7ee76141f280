using System.Runtime.InteropServices;

namespace RecurrentGpt.Web.Storage;

/// <summary>A vector as it is stored: values of 32 bits, little-endian like every machine that .NET runs on.</summary>
internal static class VectorBytes
{
    public static byte[]? From(ReadOnlyMemory<float>? vector) => vector is { } values ? MemoryMarshal.AsBytes(values.Span).ToArray() : null;

    public static ReadOnlyMemory<float>? Read(byte[]? bytes) => bytes is null ? null : MemoryMarshal.Cast<byte, float>(bytes).ToArray();
}
