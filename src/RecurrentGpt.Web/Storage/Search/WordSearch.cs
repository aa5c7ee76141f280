using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Storage.Search;

/// <summary>Finds paragraphs of one person's stories by their words.</summary>
public sealed class WordSearch(IDbContextFactory<WritingDb> readers)
{
    public const int Most = 50;

    private const string Own = "(SELECT Id FROM Stories WHERE OwnerId = $owner AND DeletedAt IS NULL)";

    // The index gives its rows from the last to the first, so that the search ends with the last one that is shown, however many there are.
    private const string Sql = $"""
        SELECT Stories.Id, Stories.Title, Stories.Kind, Steps.Id, Steps.Number, Steps.Paragraph
        FROM StepWords
        CROSS JOIN SearchedSteps ON SearchedSteps.Row = StepWords.rowid
        CROSS JOIN Steps ON Steps.Id = SearchedSteps.StepId
        CROSS JOIN Stories ON Stories.Id = Steps.StoryId
        WHERE StepWords MATCH $words AND SearchedSteps.StoryId IN {Own}
        ORDER BY StepWords.rowid DESC
        LIMIT $most
        """;

    private const string UnreadSql = $"SELECT count(*) FROM SearchedSteps WHERE IsRead = 0 AND StoryId IN {Own}";

    public async Task<WordsFound> FindAsync(WordQuery query, CancellationToken cancellationToken)
    {
        // FTS5 takes an empty query for a mistake.
        if (query.IsEmpty)
        {
            return new WordsFound([], false, 0);
        }

        await using var db = await readers.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var owner = db.OwnerId ?? throw new InvalidOperationException("A search is made for a person.");
        var connection = (SqliteConnection)db.Database.GetDbConnection();

        // SQLite has no other way to wait than to block, and the page must not.
        return await Task.Run(() => connection.Until(() => Find(connection, owner, query), cancellationToken), cancellationToken);
    }

    private static WordsFound Find(SqliteConnection connection, Guid owner, WordQuery query)
    {
        using var unread = Command(connection, UnreadSql, owner);
        using var found = Command(connection, Sql, owner);
        found.Parameters.AddWithValue("$words", query.ToMatch());
        found.Parameters.AddWithValue("$most", Most + 1);
        var paragraphs = new List<FoundParagraph>();
        using (var rows = found.ExecuteReader())
        {
            while (rows.Read())
            {
                paragraphs.Add(new FoundParagraph(
                    rows.GetId(0), rows.GetString(1), Enum.Parse<StoryKind>(rows.GetString(2)), rows.GetId(3), rows.GetInt32(4), Excerpt.Of(rows.GetString(5), query)));
            }
        }

        return new WordsFound([.. paragraphs.Take(Most)], paragraphs.Count > Most, (int)(long)unread.ExecuteScalar()!);
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, Guid owner)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$owner", owner);
        return command;
    }
}
