using System.Text.Json;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Storage.Backups;

/// <summary>Keeps word of the backup that was restored last until the person has seen it, and tells every open page at once.</summary>
public sealed partial class RestoreNotices(DataFolder folder, ILogger<RestoreNotices> logger)
{
    private readonly Signal<RestoreNotice> _restored = new();
    private readonly Lock _gate = new();
    private RestoreNotice? _current;
    private bool _isRead;

    /// <summary>What is still to be told; null when there is nothing.</summary>
    public RestoreNotice? Current
    {
        get
        {
            lock (_gate)
            {
                if (!_isRead)
                {
                    _current = Read();
                    _isRead = true;
                }

                return _current;
            }
        }
    }

    /// <summary>Tells of every restore while the program runs, in the turn of the writes: before anything else can be stored.</summary>
    public IDisposable Subscribe(Action<RestoreNotice> restored) => _restored.Subscribe(restored);

    /// <summary>The person has seen it.</summary>
    public void Dismiss()
    {
        lock (_gate)
        {
            (_current, _isRead) = (null, true);
            File.Delete(folder.Restored);
        }
    }

    internal void Put(RestoreNotice notice)
    {
        lock (_gate)
        {
            var draft = $"{folder.Restored}.tmp";
            File.WriteAllText(draft, JsonSerializer.Serialize(notice));
            File.Move(draft, folder.Restored, overwrite: true);
            (_current, _isRead) = (notice, true);
        }
    }

    internal void Raise(RestoreNotice notice) => _restored.Raise(notice);

    private RestoreNotice? Read()
    {
        try
        {
            return File.Exists(folder.Restored) ? JsonSerializer.Deserialize<RestoreNotice>(File.ReadAllText(folder.Restored)) : null;
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            LogUnreadable(failure, folder.Restored);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "What was restored last cannot be read from {File}")]
    private partial void LogUnreadable(Exception exception, string file);
}
