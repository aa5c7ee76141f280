using System.Diagnostics;
using RecurrentGpt.Benchmarks.Smaller;
using RecurrentGpt.EndToEnd;

namespace RecurrentGpt.Benchmarks.Hosting;

/// <summary>From nothing to the first page: what somebody waits for who starts the desk, and what it takes up when nobody does anything.</summary>
internal sealed class StartBenchmark : IBenchmark
{
    private const int ParagraphsInStory = 3;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    public int Number => 11;

    public string Name => "start";

    public string What => "From the start of the process to the whole of its first page, with 1,000 stories in the library.";

    public async Task RunAsync(BenchmarkRun run, CancellationToken cancellationToken)
    {
        var (stories, data) = (run.Of(1_000, 10), run.NewFolder());
        await LayAsync(data, stories);
        var (desk, empty) = (PublishedPrograms.Desk, PublishedPrograms.Empty);
        string[] ofEmpty = ["--urls=http://127.0.0.1:0"];
        string[] ofDesk = [.. WebProgram.SettingsOfDesk(data, model: null)];
        using var client = new HttpClient();

        await run.MeasureAsync(
            new Figure($"start to the first page, {stories:N0} stories", "ms", 0) { PeerName = "empty app", Target = 2.5 },
            () => StartAsync(client, desk, ofDesk),
            () => StartAsync(client, empty, ofEmpty));

        var rounds = run.Of(3, 1);
        run.Add(new Figure($"memory of the process when it is idle (median of {rounds})", "MB", await IdleAsync(client, desk, ofDesk, rounds))
        {
            Peer = await IdleAsync(client, empty, ofEmpty, rounds),
            PeerName = "empty app",
            Target = 1.8,
        });
    }

    private static async Task LayAsync(string folder, int stories)
    {
        await using var program = await SampleProgram.StartAsync(folder);
        var laid = new LongStory(program.Services);
        for (var i = 1; i <= stories; i++)
        {
            await laid.WriteAsync($"The Shore of Day {i}", ParagraphsInStory, branches: 1);
        }
    }

    // Its end is its own affair, but an orderly one: after any other the desk looks at all of its database before it opens it.
    private static async Task<double> StartAsync(HttpClient client, string assembly, string[] settings)
    {
        var begin = Stopwatch.GetTimestamp();
        using var program = await WebProgram.StartAsync(assembly, settings, isProbed: false);
        await client.GetStringAsync(program.Address);
        var time = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        await program.EndAsync();
        return time;
    }

    private static async Task<double> IdleAsync(HttpClient client, string assembly, string[] settings, int rounds)
    {
        var resident = new List<double>();
        for (var i = 0; i < rounds; i++)
        {
            using var program = await WebProgram.StartAsync(assembly, settings, isProbed: false);
            await client.GetStringAsync(program.Address);
            await Task.Delay(Settling);
            resident.Add(program.ResidentBytes / (1024.0 * 1024));
            await program.EndAsync();
        }

        return Spread.Of(resident).Median;
    }
}
