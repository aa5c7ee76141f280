using System.CommandLine;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Backups;

namespace RecurrentGpt.Web.Commands;

/// <summary>restore: all stories and settings as they were when a backup was taken.</summary>
internal sealed class RestoreCommand : Command
{
    private readonly Option<string> _backup = new("--backup") { Description = "A backup's name, which \"backups\" lists, or the path of one.", HelpName = "NAME", Required = true };
    private readonly Option<string?> _data = SharedOptions.Data();

    public RestoreCommand()
        : base("restore", "Put all stories and settings back to how they were in a backup. What stands now is backed up first.")
    {
        Add(_backup);
        Add(_data);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var error = parsed.InvocationConfiguration.Error;
        return Headless.LookAsync(parsed.GetValue(_data), error, services => RestoreAsync(services, parsed.GetRequiredValue(_backup), error, stop), stop);
    }

    // Storage is not opened before: a database that is damaged and has no backup of its own can be mended only so.
    private static async Task<int> RestoreAsync(IServiceProvider services, string named, TextWriter error, CancellationToken stop)
    {
        services.GetRequiredService<DataFolder>().Create();
        services.GetRequiredService<DataFolderLock>().Take();
        var file = services.GetRequiredService<BackupShelf>().Find(named) ?? Path.GetFullPath(named);
        DatabaseRestore.Check(file);
        if (services.GetRequiredService<DatabaseRescue>().PutBackIfDamaged(file))
        {
            await services.GetRequiredService<StorageStartup>().OpenAsync(stop);
            await error.WriteLineAsync($"{named} is restored. The damaged database is kept in {services.GetRequiredService<DataFolder>().Damaged}.");
            return ExitCode.Done;
        }

        await services.GetRequiredService<StorageStartup>().OpenAsync(stop);
        return await RestoreAsync(services.GetRequiredService<DatabaseRestore>(), file, named, error, stop);
    }

    private static async Task<int> RestoreAsync(DatabaseRestore restore, string file, string named, TextWriter error, CancellationToken stop)
    {
        try
        {
            var notice = await restore.RestoreAsync(file, stop);
            await error.WriteLineAsync($"{named} is restored. What stood before is kept as {notice.Kept}.");
            return ExitCode.Done;
        }
        catch (Exception failure) when (failure is BackupException or RestoreException { Problem: not (BackupProblem.Gone or BackupProblem.Newer) })
        {
            await error.WriteLineAsync(failure.Message);
            return ExitCode.Failed;
        }
    }
}
