namespace RecurrentGpt.Web.Features.Desk.ShortTerm;

/// <summary>Reads the moments of a path between two step numbers.</summary>
internal delegate Task<IReadOnlyDictionary<int, MemoryMoment>> ReadMomentsAsync(Guid headId, int from, int to, CancellationToken cancellationToken);

/// <summary>The history of memory as it is leafed through: read a few steps at a time, since a story may have thousands.</summary>
internal sealed partial class MemoryPages(ReadMomentsAsync read, ILogger<MemoryPages> logger)
{
    private const int Around = 4;

    private Dictionary<int, MemoryMoment> _read = [];
    private Guid _headId;

    /// <summary>The moment of a step; null when it cannot be read.</summary>
    public async Task<MemoryMoment?> FindAsync(Guid headId, int number, int first, int last, CancellationToken cancellationToken)
    {
        // The head's memory is still being written by hand, so that what was read of it before may be old.
        if (_headId != headId || number == last)
        {
            (_headId, _read) = (headId, []);
        }

        if (!_read.ContainsKey(number))
        {
            await ReadAsync(headId, Math.Max(first, number - Around), Math.Min(last, number + Around), cancellationToken);
        }

        return _read.GetValueOrDefault(number);
    }

    private async Task ReadAsync(Guid headId, int from, int to, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var (number, moment) in await read(headId, from, to, cancellationToken))
            {
                _read[number] = moment;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogNotRead(e, from, to);
        }
    }

    [LoggerMessage(LogLevel.Error, "Memory of steps {From} to {To} could not be read")]
    private partial void LogNotRead(Exception exception, int from, int to);
}
