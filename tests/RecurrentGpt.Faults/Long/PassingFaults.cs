using RecurrentGpt.FakeModel;

namespace RecurrentGpt.Faults.Long;

/// <summary>Answers of a server that fails now and then, in ways that pass without anybody mending anything.</summary>
internal sealed class PassingFaults(Random chance, double share)
{
    private readonly Lock _gate = new();

    public int Injected { get; private set; }

    public FakeReply Chat()
    {
        lock (_gate)
        {
            return IsDue() ? Fault() : new FakeReply();
        }
    }

    public FakeEmbeddings Embeddings()
    {
        lock (_gate)
        {
            return IsDue() ? OddVectors() : new FakeEmbeddings();
        }
    }

    private bool IsDue()
    {
        var isDue = chance.NextDouble() < share;
        Injected += isDue ? 1 : 0;
        return isDue;
    }

    private FakeReply Fault() => chance.Next(14) switch
    {
        0 => FakeReply.Broken(FakeFault.ResetBeforeAnswer),
        1 => FakeReply.Broken(FakeFault.ResetInStream, chance.Next(40)),
        2 => new FakeReply { Fault = FakeFault.CloseInStream, CutAt = chance.NextDouble() },
        3 => new FakeReply { Fault = FakeFault.EndWithoutFinish, CutAt = chance.NextDouble() },
        4 => FakeReply.Broken(FakeFault.DoneWithoutFinish, chance.Next(40)),
        5 => FakeReply.Error("""{"error":{"message":"overloaded"}}""", chance.Next(40)),
        6 => FakeReply.Broken(FakeFault.BrokenJson, chance.Next(40)),
        7 => FakeReply.Failing(408),
        8 => FakeReply.Failing(429, "", ("Retry-After", "0")),
        9 => FakeReply.Failing(500, "<html>oops</html>"),
        10 => FakeReply.Failing(503, """{"error":"loading model"}"""),
        11 => new FakeReply { FinishReason = "length" },
        12 => new FakeReply { IsByteByByte = true },
        _ => FakeReply.Broken(FakeFault.Silence, chance.Next(2) * 9),
    };

    private FakeEmbeddings OddVectors() => chance.Next(4) switch
    {
        0 => FakeEmbeddings.Failing(500),
        1 => FakeEmbeddings.OfLength(16),
        2 => FakeEmbeddings.NotNumbers(),
        _ => FakeEmbeddings.Fewer(),
    };
}
