using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk.Paragraphs;

/// <summary>An earlier text of a paragraph.</summary>
/// <param name="Since">When it came to stand.</param>
/// <param name="Until">When another text took its place.</param>
public sealed record Revision(int Version, string Text, DateTimeOffset Since, DateTimeOffset Until)
{
    /// <summary>Whether it is what the run wrote, untouched.</summary>
    public bool IsWritten => Version == 0;
}

/// <summary>Reads the earlier texts of a paragraph. Restoring one is an edit like any other: <see cref="DraftStore.SaveParagraphAsync"/>.</summary>
public sealed class RevisionStore(IDbContextFactory<WritingDb> readers)
{
    /// <summary>The earlier texts, the latest first; empty when the paragraph was never edited.</summary>
    public async Task<IReadOnlyList<Revision>> ReadAsync(Guid stepId, CancellationToken cancellationToken = default)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);
        var since = await db.Steps.Where(step => step.Id == stepId).Select(step => step.WrittenAt).SingleOrDefaultAsync(cancellationToken);
        var revisions = new List<Revision>();
        foreach (var row in await db.Revisions.Where(row => row.StepId == stepId).OrderBy(row => row.Version).ToListAsync(cancellationToken))
        {
            revisions.Add(new Revision(row.Version, row.Text, since, row.ReplacedAt));
            since = row.ReplacedAt;
        }

        revisions.Reverse();
        return revisions;
    }
}
