using RecurrentGpt.Stories;

namespace RecurrentGpt.Benchmarks.Steps;

/// <summary>Steps of one story, each beside a bare client that sends the very same requests right after it.</summary>
internal sealed class StepRounds(ServerProgram program, BareClient client, Step head)
{
    private readonly List<double> _walls = [];
    private readonly List<double> _bare = [];
    private Step _head = head;

    public Spread Walls => Spread.Of(_walls);

    public Spread Bare => Spread.Of(_bare);

    /// <summary>What a step takes and a bare client does not, round by round.</summary>
    public Spread Own => Spread.Of(_walls.Zip(_bare, (wall, bare) => wall - bare));

    /// <summary>Writes one more step, from its start until it is stored, and sends the same once more.</summary>
    public async Task WriteAsync()
    {
        program.Model.Forget();
        _walls.Add(await BenchmarkRun.MillisecondsAsync(async () => _head = await program.GoOnAsync(_head)));
        var requests = program.Model.Requests;
        _bare.Add(await BenchmarkRun.MillisecondsAsync(() => client.SendAgainAsync(requests)));
    }

    /// <summary>Forgets the rounds in which code was compiled and caches were filled.</summary>
    public void BeginToCount()
    {
        _walls.Clear();
        _bare.Clear();
    }
}
