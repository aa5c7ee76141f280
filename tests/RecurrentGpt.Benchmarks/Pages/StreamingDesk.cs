using Microsoft.Playwright;
using RecurrentGpt.EndToEnd;
using RecurrentGpt.FakeModel;

namespace RecurrentGpt.Benchmarks.Pages;

/// <summary>A desk at which one paragraph after another is written, by a model that waits after each of them until it has been looked at.</summary>
internal sealed class StreamingDesk(DeskScreen desk, Frames frames)
{
    public static async Task<StreamingDesk> OpenAsync(IBrowserContext window, Uri address)
    {
        var page = await window.NewPageAsync();
        var frames = await Frames.OfAsync(page);
        await Browser.GoAsync(page, address);
        return new StreamingDesk(new DeskScreen(page), frames);
    }

    public async Task<Streamed> StreamAsync(StreamedProse prose)
    {
        await desk.Page.BringToFrontAsync();
        var (hold, began) = Script(prose);
        await ScreenWatch.WatchForAsync(desk.Page, prose.Last);
        frames.Clear();
        await desk.Write(1).ClickAsync();
        await began;
        // How the desk is drawn as a step begins is the same for one word and for a thousand.
        await desk.Page.Locator("article[aria-busy]").WaitForAsync();
        var beginning = frames.Clear();
        var first = DateTimeOffset.UtcNow;
        await hold.Reached;
        var arrived = DateTimeOffset.UtcNow;
        var shown = await ScreenWatch.ShownAsync(desk.Page);
        var streamed = frames.ToStreamed(prose, await ScreenWatch.ChangesAsync(desk.Page), shown - first, (shown - arrived).TotalMilliseconds) with { BytesBefore = beginning };
        hold.Release();
        await Assertions.Expect(desk.Button("Stop")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await Assertions.Expect(desk.Write(1)).ToBeEnabledAsync();
        return streamed;
    }

    private static (FakeHold Hold, Task Began) Script(StreamedProse prose)
    {
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (prose.Script(() => began.TrySetResult()), began.Task);
    }
}
