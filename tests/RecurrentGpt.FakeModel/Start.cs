using System.Globalization;

namespace RecurrentGpt.FakeModel;

// Not top-level statements: these make a public class Program, and the web project's tests see that one too.
internal static class Start
{
    private static async Task Main(string[] args)
    {
        var port = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 0;
        await using var server = await FakeModelServer.StartAsync(port);
        Console.WriteLine(server.Address);
        await server.WaitForShutdownAsync();
    }
}
