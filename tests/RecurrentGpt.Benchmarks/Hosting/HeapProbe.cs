using System.Net.Sockets;

namespace RecurrentGpt.Benchmarks.Hosting;

/// <summary>Asks a program in another process, which knows nothing of it, for the size of its managed heap.</summary>
internal static class HeapProbe
{
    private const string Variable = "RECURRENTGPT_BENCH_PROBE";
    private const int Collections = 3;

    /// <summary>The environment in which a program answers.</summary>
    public static IEnumerable<(string Name, string Value)> Order(string socket) => [("DOTNET_STARTUP_HOOKS", typeof(HeapProbe).Assembly.Location), (Variable, socket)];

    public static async Task<long> AskAsync(string socket)
    {
        using var asking = NewSocket();
        await asking.ConnectAsync(new UnixDomainSocketEndPoint(socket));
        var answer = new byte[sizeof(long)];
        for (var read = 0; read < answer.Length;)
        {
            read += await asking.ReceiveAsync(answer.AsMemory(read));
        }

        return BitConverter.ToInt64(answer);
    }

    /// <summary>In the program: answers whoever asks, on a thread of its own.</summary>
    public static void Begin()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } socket)
        {
            new Thread(() => Serve(socket)) { IsBackground = true }.Start();
        }
    }

    private static void Serve(string socket)
    {
        using var listening = NewSocket();
        listening.Bind(new UnixDomainSocketEndPoint(socket));
        listening.Listen();
        while (true)
        {
            using var asked = listening.Accept();
            asked.Send(BitConverter.GetBytes(LiveBytes()));
        }
    }

    // What waits for its finalizer holds on to more, which only the next collection can let go of.
    private static long LiveBytes()
    {
        for (var i = 0; i < Collections; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: false);
    }

    private static Socket NewSocket() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
}
