using RecurrentGpt.Web.Commands;

namespace RecurrentGpt.Web.Tests.Commands;

/// <summary>What a verb answered.</summary>
internal sealed record CommandRun(int Code, string Output, string Error)
{
    public static Task<CommandRun> OfAsync(params string[] args) => OfAsync(args, new StringWriter(), CancellationToken.None);

    public static async Task<CommandRun> OfAsync(string[] args, StringWriter error, CancellationToken stop)
    {
        await using var output = new StringWriter();
        var code = await CommandLine.RunAsync(args, output, error, stop);

        return new CommandRun(code, output.ToString(), error.ToString());
    }
}
