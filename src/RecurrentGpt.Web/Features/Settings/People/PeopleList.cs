using RecurrentGpt.Web.People;
using RecurrentGpt.Web.People.Access;
using RecurrentGpt.Web.People.Accounts;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Features.Settings.People;

/// <summary>A password to be told to somebody; it is shown this once and stored nowhere.</summary>
public sealed record ToldPassword(string Name, string Password);

/// <summary>What the settings show of who may come in, and what the owner alone can do about it.</summary>
internal sealed class PeopleList(AccountBook accounts, OpenPages pages, Studies studies, Person person)
{
    /// <summary>Null until they are read.</summary>
    public IReadOnlyList<PersonRow>? All { get; private set; }

    public AccountProblem? Problem { get; private set; }

    public ToldPassword? Told { get; private set; }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        RefuseOthers();
        All = await accounts.ListAsync(cancellationToken);
    }

    /// <param name="name">Their name.</param>
    /// <param name="password">Their first password; when it is empty one is made.</param>
    /// <param name="cancellationToken">Stops it as long as nothing is stored.</param>
    /// <returns>Whether the account is made.</returns>
    public Task<bool> AddAsync(string name, string password, CancellationToken cancellationToken)
    {
        var first = password.Length > 0 ? password : MadePassword.Next();
        return ActAsync(() => accounts.AddAsync(name, first, cancellationToken), new ToldPassword(name.Trim(), first), cancellationToken);
    }

    public async Task RenewPasswordAsync(PersonRow somebody, CancellationToken cancellationToken)
    {
        var password = MadePassword.Next();
        if (await ActAsync(() => accounts.SetPasswordAsync(somebody.Id, password, cancellationToken), new ToldPassword(somebody.Name, password), cancellationToken))
        {
            pages.EndAllOf(somebody.Id);
        }
    }

    public async Task DisableAsync(PersonRow somebody, CancellationToken cancellationToken)
    {
        if (await ActAsync(() => accounts.DisableAsync(somebody.Id, cancellationToken), null, cancellationToken))
        {
            pages.EndAllOf(somebody.Id);
            await studies.CloseAsync(somebody.Id);
        }
    }

    public Task EnableAsync(PersonRow somebody, CancellationToken cancellationToken) =>
        ActAsync(() => accounts.EnableAsync(somebody.Id, cancellationToken), null, cancellationToken);

    public void Forget() => Told = null;

    private async Task<bool> ActAsync(Func<Task<AccountProblem?>> act, ToldPassword? told, CancellationToken cancellationToken)
    {
        RefuseOthers();
        Problem = await act();
        Told = Problem is null ? told : null;
        await LoadAsync(cancellationToken);
        return Problem is null;
    }

    private void RefuseOthers()
    {
        if (!person.IsFirst)
        {
            throw new NobodyException();
        }
    }
}
