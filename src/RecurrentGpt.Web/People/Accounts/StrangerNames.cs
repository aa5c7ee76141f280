using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.People.Accounts;

/// <summary>
/// Attempts with names that nobody has. They are counted and locked as those of people are, and a password is hashed for them too, so that neither words nor time
/// tell which names there are.
/// </summary>
internal sealed class StrangerNames(IOptions<SignInOptions> options, IOptions<PasswordHasherOptions> hashing, TimeProvider clock)
{
    private const int Most = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (int Count, DateTimeOffset At)> _attempts = [];
    private readonly PasswordHasher<PersonRow> _hasher = new(hashing);
    private readonly Lazy<string> _hash = new(() => new PasswordHasher<PersonRow>(hashing).HashPassword(Nobody, Guid.NewGuid().ToString()));

    private static PersonRow Nobody => new() { Id = Guid.Empty, Name = "", NormalizedName = "", CreatedAt = default };

    /// <summary>Takes as long as looking at the password of somebody.</summary>
    public void TakeTheSameTime(string password) => _hasher.VerifyHashedPassword(Nobody, _hash.Value, password);

    /// <summary>Counts one more attempt.</summary>
    /// <returns>Whether the name is locked now.</returns>
    public bool Fail(string normalizedName)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            Forget(now);
            var count = _attempts.GetValueOrDefault(normalizedName).Count;
            if (count >= options.Value.LockoutAfter)
            {
                return true;
            }

            _attempts[normalizedName] = (count + 1, now);
            return count + 1 >= options.Value.LockoutAfter;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        var old = _attempts.Where(attempt => attempt.Value.Count >= options.Value.LockoutAfter && attempt.Value.At + options.Value.LockoutFor <= now).Select(attempt => attempt.Key);
        var tooMany = _attempts.Count < Most ? [] : _attempts.OrderBy(attempt => attempt.Value.At).Take(Most / 2).Select(attempt => attempt.Key);
        foreach (var name in old.Concat(tooMany).ToList())
        {
            _attempts.Remove(name);
        }
    }
}
