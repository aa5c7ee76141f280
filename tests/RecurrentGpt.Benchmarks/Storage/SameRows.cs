using Microsoft.Data.Sqlite;

namespace RecurrentGpt.Benchmarks.Storage;

/// <summary>
/// The rows of a step as they were just stored, stored once more by prepared commands in one transaction: in a copy of the database, with the same pragmas and
/// indexes. Reading them from the first database comes before and is not measured.
/// </summary>
internal sealed class SameRows : IDisposable
{
    private readonly SqliteConnection _from;
    private readonly SqliteConnection _to;
    private readonly TableRows _runs;
    private readonly TableRows[] _added;
    private readonly SqliteCommand _next;
    private readonly SqliteCommand _story;
    private readonly SqliteCommand _run;

    public SameRows(string database, string copy)
    {
        _from = Open(database, SqliteOpenMode.ReadOnly);
        _to = Open(copy, SqliteOpenMode.ReadWriteCreate);
        _from.BackupDatabase(_to);
        Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        _runs = new TableRows(_from, _to, "Runs", "Id");
        _added = [new(_from, _to, "Steps", "Id"), new(_from, _to, "Plans", "StepId"), new(_from, _to, "MemoryEntries", "StepId"), new(_from, _to, "Exchanges", "RunId")];
        _next = Command("UPDATE Steps SET NextStepId = $step WHERE Id = $parent", "$step", "$parent");
        _story = Command("UPDATE Stories SET HeadId = $step, ChangedAt = ChangedAt + 1 WHERE Id = (SELECT StoryId FROM Steps WHERE Id = $step)", "$step");
        _run = Command("UPDATE Runs SET State = 'Done', EndedAt = StartedAt + 1 WHERE Id = $run", "$run");
    }

    /// <summary>Stores the run itself, which is there before its step is.</summary>
    public void TakeRun(Guid runId)
    {
        _runs.Take(Text(runId));
        InTransaction(_runs.Store);
    }

    public void TakeStep(Guid runId, Guid stepId, Guid parentId)
    {
        foreach (var rows in _added[..^1])
        {
            rows.Take(Text(stepId));
        }

        _added[^1].Take(Text(runId));
        _next.Parameters["$step"].Value = _story.Parameters["$step"].Value = Text(stepId);
        _next.Parameters["$parent"].Value = Text(parentId);
        _run.Parameters["$run"].Value = Text(runId);
    }

    public void Store() => InTransaction(transaction =>
    {
        Array.ForEach(_added, rows => rows.Store(transaction));
        foreach (var update in new[] { _next, _story, _run })
        {
            update.Transaction = transaction;
            update.ExecuteNonQuery();
        }
    });

    public void Dispose()
    {
        IDisposable[] all = [_runs, .. _added, _next, _story, _run, _from, _to];
        Array.ForEach(all, each => each.Dispose());
    }

    private static SqliteConnection Open(string database, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = mode, ForeignKeys = true, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static string Text(Guid id) => id.ToString().ToUpperInvariant();

    private void InTransaction(Action<SqliteTransaction> store)
    {
        using var transaction = _to.BeginTransaction(deferred: false);
        store(transaction);
        transaction.Commit();
    }

    private void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params string[] parameters)
    {
        var command = _to.CreateCommand();
        command.CommandText = sql;
        Array.ForEach(parameters, parameter => command.Parameters.AddWithValue(parameter, DBNull.Value));
        return command;
    }
}
