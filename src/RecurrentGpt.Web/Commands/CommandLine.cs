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
        return await RunAsync(args, Console.In, Console.Out, Console.Error, stop.Token);
    }

    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken stop) => RunAsync(args, TextReader.Null, output, error, stop);

    public static async Task<int> RunAsync(string[] args, TextReader input, TextWriter output, TextWriter error, CancellationToken stop)
    {
        ScreenLanguages.SpeakEnglish();

        // A premise may begin with @; it is no file of arguments.
        var parsed = Root(input).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction refusal)
        {
            // A page of help would push what is wrong off the screen.
            refusal.ShowHelp = false;
        }

        // Stopping is ours: a run that is told to stop stores what it has, however long that takes.
        await using var said = new TerminalWriter(output);
        await using var told = new TerminalWriter(error);
        var code = await parsed.InvokeAsync(
            new InvocationConfiguration { Output = said, Error = told, ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false }, stop);

        return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
    }

    private static RootCommand Root(TextReader input) =>
        new("A writing desk in the browser. Without a command it is served at http://127.0.0.1:5080 (another address: --urls).")
        {
            new WriteCommand(),
            new ExportCommand(),
            new StoriesCommand(),
            new BackupCommand(),
            new BackupsCommand(),
            new RestoreCommand(),
            new PeopleCommand(input),
            new HealthCommand(),
        };
}
