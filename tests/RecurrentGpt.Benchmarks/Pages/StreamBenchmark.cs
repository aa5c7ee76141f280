using RecurrentGpt.Benchmarks.Hosting;
using RecurrentGpt.Benchmarks.Smaller;
using RecurrentGpt.EndToEnd;
using RecurrentGpt.FakeModel;

namespace RecurrentGpt.Benchmarks.Pages;

/// <summary>A paragraph as it comes in from a model's server, on the way to the author's eyes.</summary>
internal sealed class StreamBenchmark : IBenchmark
{
    public int Number => 7;

    public string Name => "stream";

    public string What => "600 tokens at 100 a second from a model's server onto the desk in Chromium, beside a page that draws one growing text anew with every token.";

    public async Task RunAsync(BenchmarkRun run, CancellationToken cancellationToken)
    {
        var (tokens, rounds) = (run.Of(600, 60), run.Of(20, 2));
        var data = run.NewFolder();
        var storyId = await LayAsync(data);
        await using var model = await FakeModelServer.StartAsync();
        using var program = await WebProgram.StartDeskAsync(data, model.BaseUrl);
        using var empty = await WebProgram.StartEmptyAsync();
        await using var browser = await Browser.StartAsync();
        var window = await browser.NewWindowAsync();
        var desk = await StreamingDesk.OpenAsync(window, new Uri(program.Address, $"/stories/{storyId}"));
        var page = await GrowingPage.OpenAsync(window, empty.Address, new StreamedProse(model, tokens, 0));

        _ = await desk.StreamAsync(new StreamedProse(model, tokens, 0));
        _ = await page.StreamAsync();
        var (ours, peers) = (new List<Streamed>(), new List<Streamed>());
        for (var round = 1; round <= rounds; round++)
        {
            ours.Add(await desk.StreamAsync(new StreamedProse(model, tokens, round)));
            if (round % 10 == 1)
            {
                peers.Add(await page.StreamAsync());
            }
        }

        Tell(run, ours, peers);
    }

    private static void Tell(BenchmarkRun run, IReadOnlyList<Streamed> ours, List<Streamed> peers)
    {
        var late = Spread.Of(ours.Select(stream => stream.LateBy));
        run.Add(new Figure("bytes over the connection ÷ bytes of text", "", Median(ours, stream => stream.Cost)) { Target = 3 });
        run.Add(new Figure("the same beside one growing text", "", Median(ours, stream => stream.Cost)) { Peer = Median(peers, stream => stream.Cost), PeerName = "growing text" });
        run.Add(new Figure("drawings a second (messages of the server)", "", Median(ours, stream => stream.DrawingsInSecond)) { Target = 20 });
        run.Add(new Figure("the same beside one growing text", "", Median(ours, stream => stream.DrawingsInSecond)) { Peer = Median(peers, stream => stream.DrawingsInSecond), PeerName = "growing text" });
        run.Add(new Figure("changes of the page a second (as the browser hands them on)", "", Median(ours, stream => stream.ChangesInSecond)));
        run.Add(new Figure("last token painted after it had left the model's server", "ms", late.Median) { P95 = late.P95, Target = 150 });
        run.Add(new Figure("bytes between the click and the first word, which the stream does not count", "bytes", Median(ours, stream => stream.BytesBefore)));
        run.Add(new Figure("largest message while it streamed", "bytes", Median(ours, stream => stream.LargestMessage)));
        run.Note($"Tokens came at {Median(ours, stream => stream.Tokens / stream.Seconds):0.0} a second. Bytes are counted as the browser's tools see them, before the connection packs them. The growing text is a median of {peers.Count} rounds.");
        run.Note($"The largest message is how the desk shows that no token draws the manuscript: it stood at 60 paragraphs beside the one that grew.");
    }

    private static double Median(IEnumerable<Streamed> streams, Func<Streamed, double> figure) => Spread.Of(streams.Select(figure)).Median;

    // A whole screen of paragraphs stands there, so that drawing them again would be seen.
    private static async Task<Guid> LayAsync(string folder)
    {
        await using var program = await SampleProgram.StartAsync(folder);
        return (await new LongStory(program.Services).WriteAsync("The Streaming Shore", 60, branches: 1))[0].StoryId;
    }
}
