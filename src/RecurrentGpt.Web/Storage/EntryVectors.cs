using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Memory;

namespace RecurrentGpt.Web.Storage;

/// <summary>Stores the vectors of entries that were embedded after their step was written.</summary>
internal static class EntryVectors
{
    /// <returns>How many entries took their vector; one whose text was changed meanwhile does not.</returns>
    public static async Task<int> SaveAsync(WritingDb db, string embeddingModel, IReadOnlyList<EntryVector> vectors)
    {
        var saved = 0;
        var embedded = vectors.ToDictionary(vector => vector.StepId);
        foreach (var row in await db.MemoryEntries.Where(entry => embedded.Keys.Contains(entry.StepId)).ToListAsync())
        {
            var vector = embedded[row.StepId];
            if (row.Summary == vector.Text)
            {
                row.EmbeddingModel = embeddingModel;
                row.Dimensions = vector.Vector.Length;
                row.Vector = VectorBytes.From(vector.Vector);
                saved++;
            }
        }

        return saved;
    }
}
