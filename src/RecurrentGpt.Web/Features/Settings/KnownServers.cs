using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Features.Settings;

/// <summary>Where well-known servers listen when nobody has changed it.</summary>
internal static class KnownServers
{
    public static readonly IReadOnlyList<(string Name, string BaseUrl)> All =
    [
        ("Ollama", "http://localhost:11434/v1"),
        ("LM Studio", "http://localhost:1234/v1"),
        ("vLLM", "http://localhost:8000/v1"),
        ("llama.cpp", "http://localhost:8080/v1"),
        ("OpenRouter", "https://openrouter.ai/api/v1"),
    ];

    /// <summary>Those that may be used, and what else the configuration allows, by its address.</summary>
    public static IReadOnlyList<(string Name, string BaseUrl)> For(OwnServers servers) => servers.IsLimited
        ? [.. All.Where(known => servers.MayUse(known.BaseUrl)), .. servers.Listed.Where(listed => !All.Any(known => known.BaseUrl == listed)).Select(listed => (listed, listed))]
        : All;
}
