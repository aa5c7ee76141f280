using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Storage;

/// <summary>Reads as one person: what is not theirs is not there.</summary>
internal sealed class OwnReaders(DbContextOptions<WritingDb> options, Person person) : IDbContextFactory<WritingDb>
{
    /// <exception cref="NobodyException">Nobody is signed in.</exception>
    public WritingDb CreateDbContext() => new(options) { OwnerId = person.Id };
}
