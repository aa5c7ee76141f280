using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Benchmarks.Smaller;
using RecurrentGpt.Benchmarks.Storage;
using RecurrentGpt.Benchmarks.Vectors;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Benchmarks.Search;

/// <summary>A shelf of stories whose paragraphs are drawn words, laid by copies of one real step: its texts and its vector are other ones, all else is the same.</summary>
internal sealed class LaidLibrary(SampleProgram program, DrawnWords words)
{
    public const int Dimensions = 1_536;
    public const int ParagraphsInAStory = 1_000;

    private readonly WriteQueue _writes = program.Services.GetRequiredService<WriteQueue>();

    public async Task LayAsync(int paragraphs, CancellationToken cancellationToken)
    {
        for (var story = 0; story < paragraphs / ParagraphsInAStory; story++)
        {
            var vectors = new RandomVectors(ParagraphsInAStory, Dimensions, seed: 100 + story);
            var laid = await LaidStory.LayAsync(program.Services, new RandomVectors(1, Dimensions, seed: 99));
            await _writes.WriteAsync(db => Task.FromResult(Lay(db, laid.Head!.Id, vectors)), cancellationToken);
        }
    }

    private int Lay(WritingDb db, Guid model, RandomVectors vectors)
    {
        Execute(db, "CREATE TEMP TABLE NewStep AS SELECT * FROM Steps WHERE Id = $model", ("$model", model));
        Execute(db, "CREATE TEMP TABLE NewEntry AS SELECT * FROM MemoryEntries WHERE StepId = $model", ("$model", model));
        Execute(db, "UPDATE NewStep SET SentMemory = '', ShortTermMemory = '', WrittenMemory = '', Rationale = ''");
        using var change = Command(db, "UPDATE NewStep SET ParentId = Id, Id = $id, Number = $number, Paragraph = $paragraph", "$id", "$number", "$paragraph");
        using var changeEntry = Command(db, "UPDATE NewEntry SET StepId = $id, Vector = $vector", "$id", "$vector");
        using var add = Command(db, "INSERT INTO Steps SELECT * FROM NewStep");
        using var addEntry = Command(db, "INSERT INTO MemoryEntries SELECT * FROM NewEntry");
        for (var row = 1; row < vectors.Rows; row++)
        {
            var id = Guid.CreateVersion7();
            change.Parameters["$id"].Value = changeEntry.Parameters["$id"].Value = id;
            change.Parameters["$number"].Value = row + 1;
            change.Parameters["$paragraph"].Value = words.Paragraph();
            changeEntry.Parameters["$vector"].Value = MemoryMarshal.AsBytes(vectors[row].Span).ToArray();
            change.ExecuteNonQuery();
            changeEntry.ExecuteNonQuery();
            add.ExecuteNonQuery();
            addEntry.ExecuteNonQuery();
        }

        Execute(db, "UPDATE Steps SET Paragraph = $paragraph WHERE Id = $model", ("$model", model), ("$paragraph", words.Paragraph()));
        Execute(db, "DROP TABLE NewStep");
        Execute(db, "DROP TABLE NewEntry");
        return vectors.Rows;
    }

    private static void Execute(WritingDb db, string sql, params (string Name, object Value)[] values)
    {
        using var command = Command(db, sql, [.. values.Select(value => value.Name)]);
        foreach (var (name, value) in values)
        {
            command.Parameters[name].Value = value;
        }

        command.ExecuteNonQuery();
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
