using System.CommandLine;
using RecurrentGpt.Web.Storage.Backups;

namespace RecurrentGpt.Web.Commands;

/// <summary>backup: a checked copy of all stories and settings.</summary>
internal sealed class BackupCommand : Command
{
    private readonly Option<string?> _out = new("--out") { Description = "The file to write, in place of one in the folder of backups.", HelpName = "FILE" };
    private readonly Option<string?> _data = SharedOptions.Data();

    public BackupCommand()
        : base("backup", "Back up all stories and settings.")
    {
        _out.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } file && SharedOptions.FolderProblem(file) is { } problem)
            {
                result.AddError(problem);
            }
        });
        Add(_out);
        Add(_data);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        return Headless.RunAsync(parsed.GetValue(_data), error, services => BackUpAsync(services, parsed.GetValue(_out), output, error), stop);
    }

    private static async Task<int> BackUpAsync(IServiceProvider services, string? file, TextWriter output, TextWriter error)
    {
        try
        {
            await output.WriteLineAsync(BackUp(services, file));
            return ExitCode.Done;
        }
        catch (BackupException failure)
        {
            await error.WriteLineAsync(failure.Message);
            return ExitCode.Failed;
        }
    }

    private static string BackUp(IServiceProvider services, string? file)
    {
        var backup = services.GetRequiredService<DatabaseBackup>();
        if (file is not null)
        {
            var place = Path.GetFullPath(file);
            backup.MakeAt(place);
            return place;
        }

        var copy = backup.Make(BackupReason.Hand)!;
        services.GetRequiredService<BackupShelf>().Prune(copy);
        return copy.Name;
    }
}
