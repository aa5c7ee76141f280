using System.CommandLine;
using System.CommandLine.Invocation;
using RecurrentGpt.Web.Hosting;

namespace RecurrentGpt.Web.Commands;

/// <summary>The headless verbs. Without one, the program serves the desk and its arguments are settings, such as --urls.</summary>
internal static class CommandLine
{
    private static readonly string[] HelpAndVersion = ["--help", "-h", "-?", "--version"];

    // A word that begins like no setting is meant as a verb, so that a mistyped one is refused and does not start a server.
    public static bool IsVerb(string[] args) =>
        args is [{ Length: > 0 } first, ..] && (HelpAndVersion.Contains(first) || (first[0] is not ('-' or '/') && !first.Contains('=')));

    public static async Task<int> RunAsync(string[] args)
    {
        using var stop = new StopSignal();
        return await RunAsync(args, Console.Out, Console.Error, stop.Token);
    }

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken stop)
    {
        ScreenLanguages.SpeakEnglish();

        // A premise may begin with @; it is no file of arguments.
        var parsed = Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction refusal)
        {
            // A page of help would push what is wrong off the screen.
            refusal.ShowHelp = false;
        }

        // Stopping is ours: a run that is told to stop stores what it has, however long that takes.
        var code = await parsed.InvokeAsync(
            new InvocationConfiguration { Output = output, Error = error, ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false }, stop);

        return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
    }

    private static RootCommand Root() =>
        new("A writing desk in the browser. Without a command it is served at http://127.0.0.1:5080 (another address: --urls).")
        {
            new WriteCommand(),
            new ExportCommand(),
            new StoriesCommand(),
            new HealthCommand(),
        };
}
