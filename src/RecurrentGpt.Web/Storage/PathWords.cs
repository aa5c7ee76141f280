using Microsoft.EntityFrameworkCore;

namespace RecurrentGpt.Web.Storage;

/// <summary>Keeps the counts of words true when a paragraph changes its length.</summary>
internal static class PathWords
{
    // The step and all that was written after it, on every branch, count the words of the path to them.
    public static Task<int> AddWordsAsync(this WritingDb db, Guid stepId, int words) => db.Database.ExecuteSqlAsync(
        $"""
        WITH RECURSIVE later (StepId) AS (
            SELECT {stepId}
            UNION ALL
            SELECT Steps.Id FROM later JOIN Steps ON Steps.ParentId = later.StepId)
        UPDATE Steps SET PathWords = PathWords + {words} WHERE Id IN (SELECT StepId FROM later)
        """);
}
