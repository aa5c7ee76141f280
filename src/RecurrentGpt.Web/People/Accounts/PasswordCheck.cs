using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.People.Accounts;

/// <summary>What became of a name and a password.</summary>
public enum EntryKind
{
    Right,
    Wrong,

    /// <summary>Too many wrong ones: also the right one is not looked at for a while.</summary>
    Locked,

    /// <summary>The password is right, but the owner has taken the leave to come in away.</summary>
    Disabled,
}

/// <summary>Somebody at the door.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Person">Who it is, when they may come in.</param>
public sealed record Entry(EntryKind Kind, PersonRow? Person = null);

/// <summary>Looks at a name and a password. Each attempt counts before it is looked at, and costs the same time whether or not there is such a name.</summary>
internal sealed class PasswordCheck(
    PersonStore store, IPasswordHasher<PersonRow> hasher, ILookupNormalizer names, StrangerNames strangers, IOptions<SignInOptions> options, TimeProvider clock)
{
    public async Task<Entry> TryAsync(string name, string password, CancellationToken cancellationToken)
    {
        var (asked, tried) = (Key(name), password.Length > AccountRules.LongestPassword ? "" : password);
        if (await store.BeginAttemptAsync(asked, options.Value, clock.GetUtcNow(), cancellationToken) is not { } attempt)
        {
            strangers.TakeTheSameTime(tried);
            return new Entry(strangers.Fail(asked) ? EntryKind.Locked : EntryKind.Wrong);
        }

        if (attempt.IsLocked || attempt.Person.PasswordHash is not { } hash)
        {
            strangers.TakeTheSameTime(tried);
            return new Entry(attempt.IsLocked || attempt.IsLast ? EntryKind.Locked : EntryKind.Wrong);
        }

        var verified = hasher.VerifyHashedPassword(attempt.Person, hash, tried);
        return verified == PasswordVerificationResult.Failed
            ? new Entry(attempt.IsLast ? EntryKind.Locked : EntryKind.Wrong)
            : await WelcomeAsync(attempt.Person, verified == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(attempt.Person, tried) : null, cancellationToken);
    }

    private async Task<Entry> WelcomeAsync(PersonRow person, string? newHash, CancellationToken cancellationToken) =>
        await store.WelcomeAsync(person.Id, newHash, cancellationToken) switch
        {
            null => new Entry(EntryKind.Wrong),
            { DisabledAt: null } welcome => new Entry(EntryKind.Right, welcome),
            _ => new Entry(EntryKind.Disabled),
        };

    private string Key(string name) => names.NormalizeName(name.Length > AccountRules.LongestName ? "" : name.Trim())!;
}
