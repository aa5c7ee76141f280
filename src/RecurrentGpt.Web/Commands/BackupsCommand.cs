using System.CommandLine;
using System.Globalization;
using RecurrentGpt.Web.Storage.Backups;

namespace RecurrentGpt.Web.Commands;

/// <summary>backups: one line a backup, the newest first, for a person and for scripts.</summary>
internal sealed class BackupsCommand : Command
{
    private readonly Option<string?> _data = SharedOptions.Data();

    public BackupsCommand()
        : base("backups", "List the backups: name, time, bytes, why it was taken, with tabs between.")
    {
        Add(_data);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop) => Headless.LookAsync(
        parsed.GetValue(_data), parsed.InvocationConfiguration.Error, services => ListAsync(services, parsed.InvocationConfiguration.Output), stop);

    private static async Task<int> ListAsync(IServiceProvider services, TextWriter output)
    {
        foreach (var copy in services.GetRequiredService<BackupShelf>().List())
        {
            await output.WriteLineAsync(Line(copy));
        }

        return ExitCode.Done;
    }

    private static string Line(BackupCopy copy) => string.Create(
        CultureInfo.InvariantCulture,
        $"{copy.Name}\t{copy.TakenAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}\t{copy.Bytes}\t{copy.Reason.ToString().ToLowerInvariant()}");
}
