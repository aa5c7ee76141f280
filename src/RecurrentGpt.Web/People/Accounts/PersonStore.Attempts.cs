using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.People.Accounts;

/// <summary>An attempt to sign in, counted before the password is looked at.</summary>
/// <param name="Person">Who it is about.</param>
/// <param name="IsLocked">Whether the password must not be looked at.</param>
/// <param name="IsLast">Whether the name is locked unless the password is right.</param>
internal sealed record Attempt(PersonRow Person, bool IsLocked, bool IsLast);

internal sealed partial class PersonStore
{
    /// <summary>Counts an attempt in the turn of all writes, so that a hundred at once are a hundred. Null when nobody has this name.</summary>
    public Task<Attempt?> BeginAttemptAsync(string normalizedName, SignInOptions limits, DateTimeOffset now, CancellationToken cancellationToken) => writes.WriteAsync(
        async db =>
        {
            if (await db.People.AsTracking().SingleOrDefaultAsync(person => person.NormalizedName == normalizedName, CancellationToken.None) is not { } row)
            {
                return null;
            }

            if (row.LockoutEnd > now)
            {
                return new Attempt(row, IsLocked: true, IsLast: false);
            }

            var isLast = row.AccessFailedCount + 1 >= limits.LockoutAfter;
            (row.AccessFailedCount, row.LockoutEnd) = (isLast ? 0 : row.AccessFailedCount + 1, isLast ? now + limits.LockoutFor : null);
            row.ConcurrencyStamp = NewStamp();
            return new Attempt(row, IsLocked: false, isLast);
        },
        cancellationToken);

    /// <summary>The password was right: nothing is held against the name any more.</summary>
    /// <param name="id">Whose it was.</param>
    /// <param name="newHash">The password hashed anew, when the old hash was weaker than those that are made now.</param>
    /// <param name="cancellationToken">Takes it back as long as it has not begun.</param>
    public Task<PersonRow?> WelcomeAsync(Guid id, string? newHash, CancellationToken cancellationToken) => writes.WriteAsync(
        async db =>
        {
            if (await db.People.AsTracking().SingleOrDefaultAsync(person => person.Id == id, CancellationToken.None) is not { } row)
            {
                return null;
            }

            (row.AccessFailedCount, row.LockoutEnd, row.PasswordHash) = (0, null, newHash ?? row.PasswordHash);
            row.ConcurrencyStamp = NewStamp();
            return row;
        },
        cancellationToken);
}
