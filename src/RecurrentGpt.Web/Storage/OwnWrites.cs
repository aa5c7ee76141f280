using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Storage;

/// <summary>Writes as one person, in the turn of all writes: what is not theirs is not there, and cannot be changed.</summary>
public sealed class OwnWrites(WriteQueue queue, Person person)
{
    /// <summary>Writes in its turn. Cancelling takes a write back as long as it has not begun.</summary>
    /// <exception cref="NobodyException">Nobody is signed in.</exception>
    public Task<T> WriteAsync<T>(Func<WritingDb, Task<T>> write, CancellationToken cancellationToken = default)
    {
        var ownerId = person.Id;

        return queue.WriteAsync(
            db =>
            {
                db.OwnerId = ownerId;
                return write(db);
            },
            cancellationToken);
    }
}
