using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace RecurrentGpt.Benchmarks.Pages;

/// <summary>What a page's connection brings it, frame by frame, as the browser's own tools count it: unpacked, where it was packed on the way.</summary>
internal sealed class Frames
{
    // Each drawing of the page is one message of this name.
    private static readonly byte[] Drawing = Encoding.ASCII.GetBytes("JS.RenderBatch");

    private readonly ConcurrentQueue<Frame> _frames = new();

    private Frames()
    {
    }

    /// <summary>Frames of a page that is opened afterwards.</summary>
    public static async Task<Frames> OfAsync(IPage page)
    {
        var frames = new Frames();
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("Network.enable");
        tools.Event("Network.webSocketFrameReceived").OnEvent += (_, heard) => frames.Take(heard!.Value.GetProperty("response"));
        return frames;
    }

    /// <summary>Forgets what has come.</summary>
    /// <returns>How many bytes that was.</returns>
    public int Clear()
    {
        var bytes = _frames.Sum(frame => frame.Bytes);
        _frames.Clear();
        return bytes;
    }

    /// <summary>What came since it was cleared, as the cost of a paragraph.</summary>
    public Streamed ToStreamed(StreamedProse prose, int changes, TimeSpan took, double lateBy)
    {
        var frames = _frames.ToArray();
        return new Streamed(
            prose.Text.Length / StreamedProse.LettersInToken, Encoding.UTF8.GetByteCount(prose.Text), frames.Sum(frame => frame.Bytes), frames.Sum(frame => frame.Drawings),
            changes, frames.Max(frame => frame.Bytes), took.TotalSeconds, lateBy);
    }

    private void Take(JsonElement frame)
    {
        const int Text = 1;
        var payload = frame.GetProperty("payloadData").GetString()!;
        var bytes = frame.GetProperty("opcode").GetInt32() == Text ? Encoding.UTF8.GetBytes(payload) : Convert.FromBase64String(payload);
        _frames.Enqueue(new Frame(bytes.Length, bytes.AsSpan().Count(Drawing)));
    }

    private sealed record Frame(int Bytes, int Drawings);
}
