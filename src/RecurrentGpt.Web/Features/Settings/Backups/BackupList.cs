using Microsoft.Extensions.Options;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage.Backups;

namespace RecurrentGpt.Web.Features.Settings.Backups;

/// <summary>A backup as the settings list it.</summary>
/// <param name="Copy">The backup.</param>
/// <param name="Stories">How many stories are in it; null when it cannot be read.</param>
public sealed record ListedBackup(BackupCopy Copy, int? Stories);

/// <summary>What the settings show of backups, and what one can do with them: the owner of the desk alone, since the stories of all are in them.</summary>
public sealed class BackupList(BackupKeeper keeper, BackupShelf shelf, IOptions<BackupOptions> options, Person person)
{
    // So many are shown before somebody asks for all.
    private const int AtFirst = 5;

    private List<ListedBackup>? _all;

    /// <summary>Null until they are read.</summary>
    public IReadOnlyList<ListedBackup>? Shown => ShowsAll || _all is null ? _all : [.. _all.Take(AtFirst)];

    public int Count => _all?.Count ?? 0;

    public bool HasMore => Count > (Shown?.Count ?? 0);

    public bool ShowsAll { get; set; }

    /// <summary>The backup that somebody wants to restore and has not said yes to.</summary>
    public string? Asked { get; set; }

    public TimeSpan Every => options.Value.Every;

    public BackupState State => keeper.State;

    public bool IsBusy => State.Work != BackupWork.None;

    public IDisposable Subscribe(Action changed) => keeper.Subscribe(changed);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        RefuseOthers();
        _all = await Task.Run(() => shelf.List().Select(copy => new ListedBackup(copy, shelf.CountStories(copy))).ToList(), cancellationToken);
    }

    /// <summary>How it went says <see cref="State"/>.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        RefuseOthers();
        await keeper.TakeAsync(BackupReason.Hand, cancellationToken);
        await LoadAsync(cancellationToken);
    }

    /// <summary>Restores the backup that was asked for. How it went says <see cref="State"/>; when it went well, every page opens anew.</summary>
    public async Task RestoreAsync()
    {
        RefuseOthers();
        if (Asked is { } name)
        {
            Asked = null;
            // Not to be stopped by a page that goes: this one goes itself when it is done.
            await keeper.RestoreAsync(name, CancellationToken.None);
        }
    }

    private void RefuseOthers()
    {
        if (!person.IsFirst)
        {
            throw new NobodyException();
        }
    }
}
