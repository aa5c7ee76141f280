using RecurrentGpt.Web.Commands;

namespace RecurrentGpt.Web.Tests.Commands;

/// <summary>What a verb answered.</summary>
internal sealed record CommandRun(int Code, string Output, string Error)
{
    public static Task<CommandRun> OfAsync(params string[] args) => OfAsync(args, new StringWriter(), CancellationToken.None);

    /// <summary>The same with something on standard input.</summary>
    public static Task<CommandRun> OfInputAsync(string input, params string[] args) => OfAsync(args, new StringWriter(), CancellationToken.None, input);

    public static async Task<CommandRun> OfAsync(string[] args, StringWriter error, CancellationToken stop, string input = "")
    {
        await using var output = new StringWriter();
        using var typed = new StringReader(input);
        var code = await CommandLine.RunAsync(args, typed, output, error, stop);

        return new CommandRun(code, output.ToString(), error.ToString());
    }
}
