using System.Net.Http.Headers;
using RecurrentGpt.FakeModel;

namespace RecurrentGpt.Benchmarks.Steps;

/// <summary>The least that a step could be: its own requests sent once more, byte for byte, and their answers read to the end, with nothing done to them.</summary>
internal sealed class BareClient(Uri server) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = server };
    private readonly byte[] _buffer = new byte[64 * 1_024];

    /// <summary>Sends requests one after the other, as they were recorded.</summary>
    public async Task SendAgainAsync(IReadOnlyList<RecordedRequest> requests)
    {
        foreach (var request in requests)
        {
            await SendAgainAsync(request);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task SendAgainAsync(RecordedRequest recorded)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, recorded.Path) { Content = new ReadOnlyMemoryContent(recorded.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        while (await body.ReadAsync(_buffer) > 0)
        {
            // Nothing is done with it.
        }
    }
}
