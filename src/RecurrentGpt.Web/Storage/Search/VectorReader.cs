using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Storage.Search;

/// <summary>Reads vectors of one person's stories in SQL of our own: each is read where SQLite has it, and none becomes an array.</summary>
internal sealed class VectorReader(SqliteConnection connection, Guid owner, string embeddingModel)
{
    private const string OwnStories = "OwnerId = $owner AND DeletedAt IS NULL";
    private const string Entries = "EmbeddingModel = $model AND NOT Banned AND Vector IS NOT NULL";

    public delegate void TakeVector(Guid stepId, ReadOnlySpan<float> vector);

    public string EmbeddingModel => embeddingModel;

    /// <summary>The stories on the person's shelf, and when each was last changed.</summary>
    public Dictionary<Guid, long> ReadStories()
    {
        using var command = Command($"SELECT Id, ChangedAt FROM Stories WHERE {OwnStories}");
        using var rows = command.ExecuteReader();
        var stories = new Dictionary<Guid, long>();
        while (rows.Read())
        {
            stories.Add(rows.GetId(0), rows.GetInt64(1));
        }

        return stories;
    }

    /// <summary>How long the vectors are; null when there are none. One length stands for all, since those of another cannot be searched with them.</summary>
    public int? ReadDimensions()
    {
        using var command = Command($"""
            SELECT Dimensions FROM Stories CROSS JOIN Steps ON Steps.StoryId = Stories.Id CROSS JOIN MemoryEntries ON MemoryEntries.StepId = Steps.Id
            WHERE {OwnStories} AND {Entries} LIMIT 1
            """);
        return (int?)(long?)command.ExecuteScalar();
    }

    public void ReadStory(Guid storyId, TakeVector take)
    {
        using var command = Command($"""
            SELECT Steps.Id, Vector FROM Steps CROSS JOIN MemoryEntries ON MemoryEntries.StepId = Steps.Id
            WHERE Steps.StoryId = $story AND {Entries}
            """);
        command.Parameters.AddWithValue("$story", storyId);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            take(rows.GetId(0), Vector(rows, 1));
        }
    }

    /// <summary>An entry as it stands now with its exact cosine; null when there is none to be found any more.</summary>
    public NearEntry? Weigh(Guid stepId, ReadOnlySpan<float> query)
    {
        using var command = Command($"""
            SELECT Stories.Id, Title, Stories.Kind, Steps.Number, Summary, Vector
            FROM MemoryEntries CROSS JOIN Steps ON Steps.Id = MemoryEntries.StepId CROSS JOIN Stories ON Stories.Id = Steps.StoryId
            WHERE MemoryEntries.StepId = $step AND {Entries} AND {OwnStories}
            """);
        command.Parameters.AddWithValue("$step", stepId);
        using var rows = command.ExecuteReader();
        if (!rows.Read())
        {
            return null;
        }

        var vector = Vector(rows, 5);
        if (vector.Length != query.Length)
        {
            return null;
        }

        var cosine = TensorPrimitives.CosineSimilarity(vector, query);
        return new NearEntry(rows.GetId(0), rows.GetString(1), Enum.Parse<StoryKind>(rows.GetString(2)), stepId, rows.GetInt32(3), rows.GetString(4), cosine);
    }

    private static ReadOnlySpan<float> Vector(SqliteDataReader rows, int ordinal) => MemoryMarshal.Cast<byte, float>(rows.GetBlobSpan(ordinal));

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$owner", owner);
        command.Parameters.AddWithValue("$model", embeddingModel);
        return command;
    }
}
