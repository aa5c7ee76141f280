using System.Globalization;

namespace RecurrentGpt.Faults;

/// <summary>One run of a trial: what it may vary, and what it has found. The same seed and count break the same things in the same places.</summary>
internal sealed class TrialRun(int seed, int count, bool isShort, TextWriter output) : IDisposable
{
    private const int MostTold = 20;

    private readonly List<string> _folders = [];
    private int _faults;

    public int Seed => seed;

    public int Count => count;

    /// <summary>Whether every figure has kept its limit and nothing was found broken.</summary>
    public bool IsMet { get; private set; } = true;

    /// <summary>Chance of one round, by the seed and the round's number, so that a round can be run again alone.</summary>
    public Random ChanceOf(int round) => new(unchecked((seed * 1_000_003) + round));

    /// <summary>Why it could not be run here; null when it was. Such a run is neither met nor missed.</summary>
    public string? NotRunBecause { get; private set; }

    /// <summary>Tells that this machine cannot run the trial at all.</summary>
    public void CannotRun(string because) => NotRunBecause = because;

    /// <summary>Hands on a line that a part of the run in another process has told.</summary>
    public void Relay(string line) => output.WriteLine(line);

    /// <summary>Takes how a part of the run in another process went.</summary>
    public void Take(bool isMet) => IsMet &= isMet;

    /// <summary>A new empty folder, which goes with the run when it was met and stays for a look when it was not.</summary>
    public string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("recurrentgpt-fault-").FullName;
        _folders.Add(folder);
        return folder;
    }

    /// <summary>Tells a figure that has no limit.</summary>
    public void Tell(string figure, FormattableString value) =>
        output.WriteLine($"  {figure,-46} {value.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Tells a figure that must not be higher than its limit.</summary>
    public void AtMost(string figure, double value, double limit)
    {
        IsMet &= value <= limit;
        Tell(figure, $"{value:#,0.###}  (at most {limit:#,0.###}{(value <= limit ? "" : ": MISSED")})");
    }

    /// <summary>Tells a figure that must not be lower than its limit.</summary>
    public void AtLeast(string figure, double value, double limit)
    {
        IsMet &= value >= limit;
        Tell(figure, $"{value:#,0.###}  (at least {limit:#,0.###}{(value >= limit ? "" : ": MISSED")})");
    }

    /// <summary>Tells a time that must not be longer than its limit. The short form, which shares its machine with all other tests, only tells it.</summary>
    public void Within(string figure, double value, double limit)
    {
        if (isShort)
        {
            Tell(figure, $"{value:#,0.###}  (at most {limit:#,0.###} on a quiet machine)");
        }
        else
        {
            AtMost(figure, value, limit);
        }
    }

    /// <summary>Tells of a promise that was broken, with the round in which it was.</summary>
    public void Broken(int round, string what)
    {
        IsMet = false;
        if (++_faults <= MostTold)
        {
            output.WriteLine($"  round {round}: {what}");
        }
    }

    /// <summary>Tells how far a long run has come.</summary>
    public void Progress(string what) => Console.Error.WriteLine($"  ... {what}");

    public void Dispose()
    {
        foreach (var folder in _folders.Where(Directory.Exists))
        {
            if (IsMet)
            {
                Directory.Delete(folder, recursive: true);
            }
            else
            {
                output.WriteLine($"  left for a look: {folder}");
            }
        }
    }
}
