using System.Diagnostics;
using System.Globalization;

namespace RecurrentGpt.Benchmarks;

/// <summary>One run of a benchmark: how long it may be, and what it has found.</summary>
internal sealed class BenchmarkRun(bool isShort, TextWriter output) : IDisposable
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    private readonly List<Figure> _figures = [];
    private readonly List<string> _notes = [];
    private readonly List<DirectoryInfo> _folders = [];

    /// <summary>Whether only breakage is looked for: a few rounds of a small load, whose figures say nothing.</summary>
    public bool IsShort => isShort;

    public IReadOnlyList<Figure> Figures => _figures;

    /// <summary>What a reader of the figures should know: what could not run here, what was tried.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>A size or a number of rounds: the one of the short form, or the whole.</summary>
    public int Of(int whole, int inShort) => isShort ? inShort : whole;

    /// <summary>A new empty folder, which goes with the run.</summary>
    public string NewFolder()
    {
        _folders.Add(Directory.CreateTempSubdirectory("recurrentgpt-bench-"));
        return _folders[^1].FullName;
    }

    public void Add(Figure figure)
    {
        _figures.Add(figure);
        output.WriteLine($"  {figure.What,-64} {FigureText.Line(figure)}");
    }

    public void Note(FormattableString note)
    {
        _notes.Add(note.ToString(CultureInfo.InvariantCulture));
        output.WriteLine($"  note: {_notes[^1]}");
    }

    /// <summary>Takes turns with us and the peer, warm, so that what else the machine does is the same for both, and adds the medians.</summary>
    /// <param name="figure">What is measured; its numbers are filled in.</param>
    /// <param name="ours">One round of ours.</param>
    /// <param name="peer">One round of the peer's.</param>
    /// <param name="rounds">How many of each; at least 20 in the whole form.</param>
    public Task MeasureAsync(Figure figure, Func<Task> ours, Func<Task> peer, int rounds = 20) =>
        MeasureAsync(figure, () => MillisecondsAsync(ours), () => MillisecondsAsync(peer), rounds);

    /// <summary>The same for rounds that take their own time, since they do more than what is measured.</summary>
    public async Task MeasureAsync(Figure figure, Func<Task<double>> ours, Func<Task<double>> peer, int rounds = 20)
    {
        var wanted = Of(rounds, 2);
        await WarmUpAsync(ours, peer);
        var (times, peers) = (new double[wanted], new double[wanted]);
        for (var i = 0; i < wanted; i++)
        {
            times[i] = await ours();
            peers[i] = await peer();
        }

        var spread = Spread.Of(times);
        Add(figure with { Unit = "ms", Ours = spread.Median, P95 = spread.P95, Peer = Spread.Of(peers).Median });
    }

    /// <summary>Warm rounds of ours alone, where the peer measures by itself.</summary>
    public async Task<Spread> MeasureAsync(Func<Task> ours, int rounds = 20)
    {
        await WarmUpAsync(ours);
        var times = new double[Of(rounds, 2)];
        for (var i = 0; i < times.Length; i++)
        {
            times[i] = await MillisecondsAsync(ours);
        }

        return Spread.Of(times);
    }

    public static async Task<double> MillisecondsAsync(Func<Task> work)
    {
        var begin = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }

    /// <summary>
    /// The same for work on many megabytes: the garbage of the round before is collected first, outside of what is measured, as BenchmarkDotNet does. It is the
    /// benchmark's own, and collecting it in the middle of a round would count it against whichever side happened to run.
    /// </summary>
    public static Task<double> CollectedMillisecondsAsync(Func<Task> work)
    {
        Collect();
        return MillisecondsAsync(work);
    }

    /// <summary>Collects all garbage.</summary>
    public static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    // Code is compiled anew in the background when it has run often enough; what is measured is what comes after.
    private async Task WarmUpAsync(params Func<Task>[] works)
    {
        var begin = Stopwatch.GetTimestamp();
        do
        {
            foreach (var work in works)
            {
                await work();
            }
        }
        while (!isShort && Stopwatch.GetElapsedTime(begin) < WarmUp);
    }

    public void Dispose()
    {
        foreach (var folder in _folders)
        {
            folder.Delete(recursive: true);
        }
    }
}
