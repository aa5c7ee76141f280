using System.Text.Json;

namespace RecurrentGpt.Benchmarks.Pages;

/// <summary>One file of a page, as the browser was answered.</summary>
internal sealed class LoadedFile(JsonElement answer, double bytes)
{
    public string Path { get; } = new Uri(answer.GetProperty("url").GetString()!).AbsolutePath;

    public double Bytes => bytes;

    /// <summary>Whether it came packed.</summary>
    public bool IsPacked => Header("content-encoding") is "br" or "gzip";

    /// <summary>Whether the browser may keep it for good, since another content would have another name.</summary>
    public bool IsKept => Header("cache-control").Contains("immutable", StringComparison.Ordinal);

    private string Header(string name) => answer.GetProperty("headers").EnumerateObject()
        .FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { Value.ValueKind: JsonValueKind.String } header ? header.Value.GetString()! : "";
}
