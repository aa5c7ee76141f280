using Microsoft.AspNetCore.Identity;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.People.Accounts;

/// <summary>Makes and changes accounts. Who may do so is for those to know who ask: the owner on the screen, and whoever has the data folder in a terminal.</summary>
internal sealed class AccountBook(UserManager<PersonRow> people, PersonStore store, TimeProvider clock)
{
    public Task<IReadOnlyList<PersonRow>> ListAsync(CancellationToken cancellationToken) => store.ListAsync(cancellationToken);

    /// <summary>Makes an account; the first one is the owner's.</summary>
    /// <returns>Null when it is made.</returns>
    public async Task<AccountProblem?> AddAsync(string name, string password, CancellationToken cancellationToken) =>
        await AddAsync((await store.ListAsync(cancellationToken)).Count == 0 ? Person.FirstId : Guid.CreateVersion7(), name, password);

    /// <summary>Makes the owner's account, unless there is one by now.</summary>
    public Task<AccountProblem?> AddFirstAsync(string name, string password) => AddAsync(Person.FirstId, name, password);

    /// <summary>Gives a new password and ends all that is signed in with the old one.</summary>
    public Task<AccountProblem?> SetPasswordAsync(Guid id, string password, CancellationToken cancellationToken) => ChangeAsync(
        id,
        async person =>
        {
            foreach (var rule in people.PasswordValidators)
            {
                if (ProblemOf(await rule.ValidateAsync(people, person, password)) is { } problem)
                {
                    return problem;
                }
            }

            person.PasswordHash = people.PasswordHasher.HashPassword(person, password);
            (person.AccessFailedCount, person.LockoutEnd) = (0, null);
            return null;
        },
        cancellationToken);

    /// <summary>Takes the leave to come in away. Nothing that is theirs is removed.</summary>
    public Task<AccountProblem?> DisableAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(
        id,
        person =>
        {
            person.DisabledAt ??= clock.GetUtcNow();
            return Task.FromResult<AccountProblem?>(id == Person.FirstId ? AccountProblem.OwnerStays : null);
        },
        cancellationToken);

    public Task<AccountProblem?> EnableAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(
        id,
        person =>
        {
            (person.DisabledAt, person.AccessFailedCount, person.LockoutEnd) = (null, 0, null);
            return Task.FromResult<AccountProblem?>(null);
        },
        cancellationToken);

    private async Task<AccountProblem?> AddAsync(Guid id, string name, string password)
    {
        var person = new PersonRow { Id = id, Name = name.Trim(), NormalizedName = "", CreatedAt = clock.GetUtcNow() };
        return ProblemOf(await people.CreateAsync(person, password));
    }

    // A new stamp ends what is signed in, and stores the change with it.
    private async Task<AccountProblem?> ChangeAsync(Guid id, Func<PersonRow, Task<AccountProblem?>> change, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is not { } person ? AccountProblem.Gone
            : await change(person) ?? ProblemOf(await people.UpdateSecurityStampAsync(person));

    private static AccountProblem? ProblemOf(IdentityResult result) =>
        result.Succeeded ? null : Enum.TryParse<AccountProblem>(result.Errors.First().Code, out var problem) ? problem : AccountProblem.Changed;
}
