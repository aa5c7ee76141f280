using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace RecurrentGpt.Web.Storage.Search;

/// <summary>
/// Reads paragraphs into the index of their words. Triggers have put each that is new or changed on its list, in the transaction that stored it; here the list is
/// worked off, in writes so short that a step never waits long for its turn.
/// </summary>
public sealed class SearchIndex(WriteQueue writes, DbContextOptions<WritingDb> readers)
{
    private const int StepsAtOnce = 200;

    // A paragraph may be fifty times as long as most are.
    private const int CharactersAtOnce = 200_000;

    /// <summary>Reads some paragraphs that have not been read.</summary>
    /// <returns>Whether there were any.</returns>
    public async Task<bool> ReadSomeAsync(CancellationToken cancellationToken)
    {
        if (!await HasUnreadAsync(cancellationToken))
        {
            return false;
        }

        await writes.WriteAsync(
            async db =>
            {
                await using var batch = new Batch(db);
                return batch.Read();
            },
            cancellationToken);
        return true;
    }

    /// <summary>Reads until all is read, or so many times.</summary>
    public async Task CatchUpAsync(int times, CancellationToken cancellationToken)
    {
        for (var done = 0; done < times && await ReadSomeAsync(cancellationToken); done++)
        {
            // Each is a write of its own.
        }
    }

    private async Task<bool> HasUnreadAsync(CancellationToken cancellationToken)
    {
        await using var db = new WritingDb(readers);
        await db.Database.OpenConnectionAsync(cancellationToken);
        return ((SqliteConnection)db.Database.GetDbConnection()).Ask("SELECT EXISTS (SELECT 1 FROM SearchedSteps WHERE IsRead = 0)") is 1L;
    }

    /// <summary>One write of the index.</summary>
    private sealed class Batch(WritingDb db) : IAsyncDisposable
    {
        private readonly SqliteCommand _list = Command(
            db,
            $"""
            SELECT Row, Paragraph FROM SearchedSteps LEFT JOIN Steps ON Steps.Id = SearchedSteps.StepId
            WHERE IsRead = 0 LIMIT {StepsAtOnce}
            """);

        private readonly SqliteCommand _add = Command(db, "INSERT INTO StepWords (rowid, Words) VALUES ($row, $words)", "$row", "$words");
        private readonly SqliteCommand _mark = Command(db, "UPDATE SearchedSteps SET IsRead = 1 WHERE Row = $row", "$row");

        /// <returns>How many paragraphs were read.</returns>
        public int Read()
        {
            var texts = List();
            foreach (var (row, text) in texts)
            {
                _add.Parameters["$row"].Value = _mark.Parameters["$row"].Value = row;
                _add.Parameters["$words"].Value = SearchWords.Prepare(text);
                _add.ExecuteNonQuery();
                _mark.ExecuteNonQuery();
            }

            return texts.Count;
        }

        public async ValueTask DisposeAsync()
        {
            await _list.DisposeAsync();
            await _add.DisposeAsync();
            await _mark.DisposeAsync();
        }

        private List<(long Row, string Text)> List()
        {
            var texts = new List<(long Row, string Text)>();
            var characters = 0;
            using var rows = _list.ExecuteReader();
            while (characters < CharactersAtOnce && rows.Read())
            {
                texts.Add((rows.GetInt64(0), rows.IsDBNull(1) ? "" : rows.GetString(1)));
                characters += texts[^1].Text.Length;
            }

            return texts;
        }

        private static SqliteCommand Command(WritingDb db, string sql, params string[] parameters)
        {
            var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
            command.Transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
            command.CommandText = sql;
            Array.ForEach(parameters, parameter => command.Parameters.AddWithValue(parameter, DBNull.Value));
            return command;
        }
    }
}
