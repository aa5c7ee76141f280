namespace RecurrentGpt.FakeModel;

/// <summary>How one embedding request is answered.</summary>
public sealed record FakeEmbeddings
{
    /// <summary>Changes the vectors before they are sent; null leaves them.</summary>
    public Func<IReadOnlyList<float[]>, IReadOnlyList<float[]>>? Change { get; init; }

    /// <summary>Sends bytes in Base64, or numbers; null as the client asks.</summary>
    public bool? IsBase64 { get; init; }

    public int Status { get; init; } = 200;

    /// <summary>Sent in place of the vectors; null for the vectors.</summary>
    public string? Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    /// <summary>Keeps the connection open without an answer.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Where the server waits before it answers; null for nowhere.</summary>
    public FakeHold? Hold { get; init; }

    /// <summary>One vector fewer than texts.</summary>
    public static FakeEmbeddings Fewer() => new() { Change = vectors => [.. vectors.Skip(1)] };

    /// <summary>Vectors of another length than the one asked for.</summary>
    public static FakeEmbeddings OfLength(int length) => new()
    {
        Change = vectors => [.. vectors.Select(_ => Enumerable.Repeat(0.5f, length).ToArray())],
    };

    /// <summary>Vectors with something that is no number; JSON has no word for it, so they go as bytes.</summary>
    public static FakeEmbeddings NotNumbers() => new()
    {
        IsBase64 = true,
        Change = vectors => [.. vectors.Select(vector => vector.Select((value, at) => at == 0 ? float.NaN : value).ToArray())],
    };

    public static FakeEmbeddings Failing(int status, string body = "") => new() { Status = status, Body = body };
}
