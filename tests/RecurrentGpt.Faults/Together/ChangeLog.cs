using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Faults.Together;

/// <summary>A text of the story that was stored in the place of another one.</summary>
internal sealed record StoredChange(long Number, string Field, Guid Id, string Before, string After);

/// <summary>The database itself writes down each change of a text, in the order in which they were stored.</summary>
internal static class ChangeLog
{
    private static readonly (string Table, string Column, string Id)[] Watched =
    [
        ("Steps", "ShortTermMemory", "Id"),
        ("Steps", "OwnPlan", "Id"),
        ("Steps", "Paragraph", "Id"),
        ("Plans", "Text", "StepId"),
        ("StepMarks", "Note", "StepId"),
        ("StepMarks", "Chapter", "StepId"),
        ("Stories", "Title", "Id"),
    ];

    public static async Task BeginAsync(WriteQueue writes)
    {
        List<string> statements = ["CREATE TABLE TrialLog (Number INTEGER PRIMARY KEY AUTOINCREMENT, Field TEXT, Id TEXT, Old TEXT, New TEXT)"];
        foreach (var (table, column, id) in Watched)
        {
            var field = $"{table}.{column}";
            statements.Add($"CREATE TRIGGER trial_{table}_{column} AFTER UPDATE OF {column} ON {table} WHEN OLD.{column} IS NOT NEW.{column} BEGIN INSERT INTO TrialLog (Field, Id, Old, New) VALUES ('{field}', NEW.{id}, OLD.{column}, NEW.{column}); END");
            if (table == "StepMarks")
            {
                statements.Add($"CREATE TRIGGER trial_{table}_{column}_new AFTER INSERT ON {table} WHEN NEW.{column} <> '' BEGIN INSERT INTO TrialLog (Field, Id, Old, New) VALUES ('{field}', NEW.{id}, '', NEW.{column}); END");
            }
        }

        foreach (var statement in statements)
        {
            await writes.WriteAsync(db => db.Database.ExecuteSqlRawAsync(statement));
        }
    }

    public static async Task<List<StoredChange>> ReadAsync(string database, long after)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Number, Field, Id, Old, New FROM TrialLog WHERE Number > $after ORDER BY Number";
        command.Parameters.AddWithValue("$after", after);
        var changes = new List<StoredChange>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            changes.Add(new StoredChange(reader.GetInt64(0), reader.GetString(1), Guid.Parse(reader.GetString(2)), reader.GetString(3), reader.GetString(4)));
        }

        return changes;
    }
}
