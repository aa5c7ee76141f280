using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Faults.Server;

/// <summary>One word for all that a story is: each row and column of it as stored. What is kept of runs is not the story.</summary>
internal static class StoryDigest
{
    private static readonly string[] Tables = ["Stories", "Steps", "Plans", "MemoryEntries", "Revisions", "StepMarks"];

    public static async Task<string> OfAsync(WritingWorld world)
    {
        var file = world.Get<DataFolder>().Database;
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in Tables)
        {
            await AddAsync(hash, connection, table);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static async Task AddAsync(IncrementalHash hash, SqliteConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY rowid";
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            for (var column = 0; column < rows.FieldCount; column++)
            {
                hash.AppendData(rows.GetValue(column) is byte[] bytes ? bytes : Encoding.UTF8.GetBytes(Convert.ToString(rows.GetValue(column), CultureInfo.InvariantCulture) ?? ""));
                hash.AppendData("\n"u8);
            }
        }
    }
}
