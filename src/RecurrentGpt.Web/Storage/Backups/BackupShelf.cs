using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace RecurrentGpt.Web.Storage.Backups;

/// <summary>The copies that there are.</summary>
public sealed partial class BackupShelf(DataFolder folder, IOptions<BackupOptions> options, TimeProvider clock, ILogger<BackupShelf> logger)
{
    private readonly ConcurrentDictionary<string, int?> _stories = new();

    /// <summary>All copies, the newest first.</summary>
    public IReadOnlyList<BackupCopy> List() => !Directory.Exists(folder.Backups)
        ? []
        : [.. new DirectoryInfo(folder.Backups).EnumerateFiles().Select(BackupCopy.Read).OfType<BackupCopy>()
            .OrderByDescending(copy => copy.TakenAt).ThenByDescending(copy => copy.Ordinal)];

    /// <summary>The path of a copy by its name; null when there is none of that name. No other file can be named so.</summary>
    public string? Find(string name) => List().Any(copy => copy.Name == name) ? PathOf(name) : null;

    /// <summary>How many stories are on the shelf of a copy; null when it cannot be read. They are counted once: a copy never changes.</summary>
    public int? CountStories(BackupCopy copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        return _stories.GetOrAdd(copy.Name, name => CopyContents.CountStories(PathOf(name)));
    }

    /// <summary>What is in a copy, all of which is checked.</summary>
    internal CopyContents Look(BackupCopy copy) => CopyContents.Of(PathOf(copy.Name));

    /// <summary>Gives a new copy its name: none of the same second is overwritten, and it counts as newer than all of them.</summary>
    internal BackupCopy Add(string draft, BackupReason reason)
    {
        var now = clock.GetUtcNow();
        var second = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        var before = List().Where(copy => copy.TakenAt == second).Select(copy => copy.Ordinal).DefaultIfEmpty(0).Max();
        var file = PathOf(BackupCopy.NameOf(now, reason, before + 1));
        File.Move(draft, file, overwrite: false);
        return BackupCopy.Read(new FileInfo(file)) ?? throw new InvalidOperationException($"{file} is no name of a copy.");
    }

    /// <summary>Deletes the copies that have had their time.</summary>
    /// <param name="made">The copy that was made and checked just now. It stays, even where a clock that was set back takes it for an old one, so that a sound one always does.</param>
    internal void Prune(BackupCopy made)
    {
        foreach (var copy in BackupRetention.Outlived(List(), options.Value, clock.GetUtcNow()).Where(copy => copy.Name != made.Name))
        {
            File.Delete(PathOf(copy.Name));
            LogOutlived(copy.Name);
        }
    }

    /// <summary>Deletes what a program that was killed while it copied has left. Only whoever holds the data folder may.</summary>
    internal void Sweep()
    {
        foreach (var file in Directory.EnumerateFiles(folder.Backups, $"*{DatabaseCopy.Unfinished}*").Append($"{folder.Database}{DatabaseCopy.Unfinished}"))
        {
            File.Delete(file);
        }
    }

    private string PathOf(string name) => Path.Combine(folder.Backups, name);

    [LoggerMessage(LogLevel.Information, "The backup {Name} has had its time and is deleted")]
    private partial void LogOutlived(string name);
}
