using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Faults.Backups;

/// <summary>All states that were ever committed, noted inside their transactions.</summary>
internal sealed class Ledger : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _noted = new(0);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _states = [];

    /// <summary>How many commits there were.</summary>
    public int Count { get; private set; }

    /// <summary>Notes the state that the transaction of a context is about to commit.</summary>
    public async Task NoteAsync(WritingDb db)
    {
        await db.SaveChangesAsync();
        Note(StateDigest.Of((SqliteConnection)db.Database.GetDbConnection()));
    }

    public void Note(string state)
    {
        lock (_gate)
        {
            _states[state] = ++Count;
        }

        _noted.Release();
    }

    /// <summary>Ends when so many more are noted, or when nobody writes any more.</summary>
    public async Task WaitAsync(int commits, CancellationToken cancellationToken)
    {
        var wanted = Count + commits;
        while (Count < wanted && await _noted.WaitAsync(Patience, cancellationToken))
        {
            // One was noted, it may be long ago.
        }
    }

    public void Dispose() => _noted.Dispose();

    /// <summary>Which commit made a state; the last one, when there were several; null when it never was.</summary>
    public int? Find(string state)
    {
        lock (_gate)
        {
            return _states.TryGetValue(state, out var number) ? number : null;
        }
    }
}
