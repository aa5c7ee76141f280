using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.People.Accounts;

/// <summary>
/// The people who may sign in, as ASP.NET Core Identity asks for them, in the same database as their stories. Each read is a fresh one; each write has its turn
/// in the one queue, and is refused when the row has changed since it was read.
/// </summary>
internal sealed partial class PersonStore(WriteQueue writes, DbContextOptions<WritingDb> readers)
    : IUserPasswordStore<PersonRow>, IUserSecurityStampStore<PersonRow>, IUserLockoutStore<PersonRow>
{
    public async Task<IReadOnlyList<PersonRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = new WritingDb(readers);
        return await db.People.OrderBy(person => person.CreatedAt).ThenBy(person => person.Id).ToListAsync(cancellationToken);
    }

    public async Task<PersonRow?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = new WritingDb(readers);
        return await db.People.SingleOrDefaultAsync(person => person.Id == id, cancellationToken);
    }

    public Task<PersonRow?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? FindAsync(id, cancellationToken) : Task.FromResult<PersonRow?>(null);

    public async Task<PersonRow?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        await using var db = new WritingDb(readers);
        return await db.People.SingleOrDefaultAsync(person => person.NormalizedName == normalizedUserName, cancellationToken);
    }

    /// <summary>The first account has the id of the owner of the desk, and no other one: two that were to be the first at once cannot both be it.</summary>
    public Task<IdentityResult> CreateAsync(PersonRow user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return writes.WriteAsync(
            async db =>
            {
                if (await db.People.AnyAsync(CancellationToken.None) == (user.Id == Person.FirstId))
                {
                    return AccountRules.Failed(AccountProblem.FirstIsTaken);
                }

                if (await db.People.AnyAsync(person => person.NormalizedName == user.NormalizedName, CancellationToken.None))
                {
                    return AccountRules.Failed(AccountProblem.NameTaken);
                }

                user.ConcurrencyStamp = NewStamp();
                db.People.Add(user);
                return IdentityResult.Success;
            },
            cancellationToken);
    }

    public Task<IdentityResult> UpdateAsync(PersonRow user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return writes.WriteAsync(
            async db =>
            {
                if (await db.People.AsTracking().SingleOrDefaultAsync(person => person.Id == user.Id, CancellationToken.None) is not { } row
                    || row.ConcurrencyStamp != user.ConcurrencyStamp)
                {
                    return AccountRules.Failed(AccountProblem.Changed);
                }

                user.ConcurrencyStamp = NewStamp();
                db.Entry(row).CurrentValues.SetValues(user);
                return IdentityResult.Success;
            },
            cancellationToken);
    }

    /// <summary>Nobody is removed, as nothing else is: their leave to come in is taken away.</summary>
    public Task<IdentityResult> DeleteAsync(PersonRow user, CancellationToken cancellationToken) => throw new NotSupportedException("People are not removed.");

    public void Dispose()
    {
        // Each read ends by itself, and the queue is the program's.
    }

    private static string NewStamp() => Guid.NewGuid().ToString("N");
}
