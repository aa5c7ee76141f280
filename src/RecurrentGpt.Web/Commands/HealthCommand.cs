using System.CommandLine;
using RecurrentGpt.Web.Hosting;

namespace RecurrentGpt.Web.Commands;

/// <summary>health: asks a running desk whether it is well. It is what a container's health check calls, where there is no curl.</summary>
internal sealed class HealthCommand : Command
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly Option<Uri> _url = new("--url")
    {
        Description = "The desk's address; by default where a desk started with the same environment would be.",
        HelpName = "URL",
        DefaultValueFactory = _ => OwnAddress.Find(string.Join(';', ListenAddresses.Of(FromEnvironment()))),
        CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url) ? url : Refuse(result),
    };

    public HealthCommand()
        : base("health", "Ask a running desk whether it is well.")
    {
        Add(_url);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop) =>
        AskAsync(new Uri(parsed.GetRequiredValue(_url), "/healthz"), parsed.InvocationConfiguration.Error, stop);

    private static async Task<int> AskAsync(Uri address, TextWriter error, CancellationToken stop)
    {
        // The desk is on this machine, whatever proxy the environment names.
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Limit };
        try
        {
            using var answer = await client.GetAsync(address, stop);
            if (answer.IsSuccessStatusCode)
            {
                return ExitCode.Done;
            }

            await error.WriteLineAsync($"{address} answers {(int)answer.StatusCode}.");
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            await error.WriteLineAsync($"{address} does not answer: {failure.Message}");
        }

        return ExitCode.Failed;
    }

    private static IConfiguration FromEnvironment() => new ConfigurationBuilder().AddEnvironmentVariables().AddEnvironmentVariables("ASPNETCORE_").Build();

    private static Uri? Refuse(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"{result.Tokens[0].Value} is no address; one looks like http://127.0.0.1:5080.");
        return null;
    }
}
