using System.Globalization;
using Microsoft.Data.Sqlite;
using RecurrentGpt.Faults.Inside;
using RecurrentGpt.Faults.Kill;

namespace RecurrentGpt.Faults.Upgrade;

/// <summary>One database of an older version, whose update by the real program is killed, and which is then started again.</summary>
internal sealed class KilledUpgrade
{
    private readonly OlderDatabase _older;
    private readonly string _data;
    private readonly Uri _model;

    public KilledUpgrade(OlderDatabase older, string data, Uri model)
    {
        (_older, _data, _model) = (older, data, model);
        Directory.CreateDirectory(Backups);
        if (older.HasData)
        {
            File.Copy(older.File, Database);
        }
    }

    public string Schema => _older.Schema;

    /// <summary>How long the start after the kill took, up to the list of stories.</summary>
    public TimeSpan StartTime { get; private set; }

    private string Database => Path.Combine(_data, Story.Database);

    private string Backups => Path.Combine(_data, "backups");

    public static KillOrder BeforeStatement(int number) => new(KillAt.Statement, number);

    /// <summary>Some microseconds after the copy has been begun.</summary>
    public KillOrder InCopy(int microseconds) => new(KillAt.File, microseconds, Backups, "*");

    /// <summary>Leaves the row behind that a version without a lock of its own was killed with.</summary>
    public void PlantLock()
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT OR REPLACE INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
            """;
        command.ExecuteNonQuery();
    }

    /// <returns>False when the update ended before its place was reached.</returns>
    public async Task<bool> KillAsync(KillOrder order)
    {
        await using var victim = Victim.Verb(_model, order, "stories", "--data", _data);
        await victim.EndAsync();
        return victim.WasKilled;
    }

    /// <summary>Starts unharmed.</summary>
    /// <returns>What is not as it was, or not as it should be.</returns>
    public async Task<IReadOnlyList<string>> StartAsync()
    {
        await using var start = Victim.Verb(_model, null, "stories", "--data", _data);
        await start.RunAsync();
        StartTime = start.StartTime;
        return start.ExitCode == 0 && start.Said.Contains(_older.HasData ? _older.Story.ToString() : "", StringComparison.Ordinal)
            ? [.. Faults()]
            : [string.Create(CultureInfo.InvariantCulture, $"it does not start from {_older.Schema} ({start.ExitCode}): {start.Said}")];
    }

    private IEnumerable<string> Faults()
    {
        using (var rows = Rows.AtRest(Database))
        {
            foreach (var broken in rows.Damage())
            {
                yield return broken;
            }

            if (SchemaOf(rows) != _older.Newest)
            {
                yield return "the schema is not the newest";
            }
        }

        if (!_older.HasData)
        {
            yield break;
        }

        var columns = OldColumns.Of(_older.File);
        var was = OldColumns.Digest(_older.File, columns);
        if (OldColumns.Digest(Database, columns) != was)
        {
            yield return $"the data of {_older.Schema} are not what they were";
        }

        var copies = Directory.GetFiles(Backups);
        if (!copies.Any(copy => IsOriginal(copy, columns, was)))
        {
            yield return $"there is no copy of {_older.Schema} among {string.Join(", ", copies.Select(Path.GetFileName))}";
        }

        foreach (var leftover in copies.Where(copy => !copy.EndsWith(".db", StringComparison.Ordinal)))
        {
            yield return $"{Path.GetFileName(leftover)} is left for ever";
        }
    }

    private bool IsOriginal(string copy, IReadOnlyList<(string Table, string Columns)> columns, string was)
    {
        if (!copy.EndsWith(".db", StringComparison.Ordinal))
        {
            return false;
        }

        using var rows = Rows.AtRest(copy);
        return rows.Damage().Count == 0
            && SchemaOf(rows) == _older.Schema
            && OldColumns.Digest(copy, columns) == was;
    }

    private static string SchemaOf(Rows rows) => rows.Texts("SELECT MigrationId FROM \"__EFMigrationsHistory\" ORDER BY MigrationId")[^1];
}
