using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Faults.Kill;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Faults.Upgrade;

/// <summary>A database as one released version of the program left it.</summary>
/// <param name="Schema">The last migration of that version.</param>
/// <param name="Newest">The last migration of this version.</param>
/// <param name="File">The database.</param>
/// <param name="Story">The story in it.</param>
internal sealed record OlderDatabase(string Schema, string Newest, string File, Guid Story)
{
    /// <summary>Whether there is a database; without one the program makes its first.</summary>
    public bool HasData => File.Length > 0;
}

/// <summary>No database as the first, and one of each released version before the newest with the rows of a real story as far as that version had columns for them.</summary>
internal sealed record OlderDatabases(IReadOnlyList<OlderDatabase> All)
{
    public static async Task<OlderDatabases> MakeAsync(Story story, string folder)
    {
        await using var empty = new SqliteConnection("Data Source=:memory:");
        await using var model = new WritingDb(Connections.Options(empty, NullLoggerFactory.Instance));
        var schemas = model.Database.GetMigrations().ToList();
        var older = new List<OlderDatabase> { new("none", schemas[^1], "", Guid.Empty) };
        foreach (var schema in schemas.SkipLast(1))
        {
            var file = Path.Combine(folder, $"{schema}.db");
            await MigrateAsync(file, schema);
            Fill(file, Path.Combine(story.Folder, Story.Database));
            older.Add(new OlderDatabase(schema, schemas[^1], file, story.Id));
        }

        return new OlderDatabases(older);
    }

    // By its own migrations: a database that was taken back from the newest schema would have its columns in another order.
    private static async Task MigrateAsync(string file, string schema)
    {
        await using var connection = Connections.OpenForWriting(file);
        await using var db = new WritingDb(Connections.Options(connection, NullLoggerFactory.Instance));
        await db.GetService<IMigrator>().MigrateAsync(schema);
    }

    private static void Fill(string file, string newest)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = false, Pooling = false }.ConnectionString);
        connection.Open();
        Execute(connection, $"ATTACH '{newest}' AS newest");
        foreach (var (table, columns) in OldColumns.Of(file))
        {
            Execute(connection, $"INSERT INTO main.\"{table}\" ({columns}) SELECT {columns} FROM newest.\"{table}\"");
        }

        Execute(connection, "DETACH newest");
        Execute(connection, "PRAGMA journal_mode = DELETE");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
