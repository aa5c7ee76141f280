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
}
