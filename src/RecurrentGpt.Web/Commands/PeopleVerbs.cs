using Microsoft.AspNetCore.Identity;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.People.Accounts;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Commands;

/// <summary>What the verbs of people do. Each says why it cannot; null when it is done.</summary>
internal static class PeopleVerbs
{
    public static async Task<string?> ListAsync(PersonOrder order)
    {
        foreach (var person in await Book(order).ListAsync(order.Stop))
        {
            await order.Output.WriteLineAsync($"{person.Name}\t{(person.Id == Person.FirstId ? "owner" : person.DisabledAt is null ? "in" : "out")}");
        }

        return null;
    }

    public static async Task<string?> AddAsync(PersonOrder order) => Words(order, await Book(order).AddAsync(order.Name, order.Password!, order.Stop));

    public static Task<string?> SetPasswordAsync(PersonOrder order) => ChangeAsync(order, person => Book(order).SetPasswordAsync(person.Id, order.Password!, order.Stop));

    public static Task<string?> DisableAsync(PersonOrder order) => ChangeAsync(order, person => Book(order).DisableAsync(person.Id, order.Stop));

    public static Task<string?> EnableAsync(PersonOrder order) => ChangeAsync(order, person => Book(order).EnableAsync(person.Id, order.Stop));

    private static AccountBook Book(PersonOrder order) => order.Services.GetRequiredService<AccountBook>();

    private static async Task<string?> ChangeAsync(PersonOrder order, Func<PersonRow, Task<AccountProblem?>> change) =>
        await order.Services.GetRequiredService<UserManager<PersonRow>>().FindByNameAsync(order.Name) is { } person
            ? Words(order, await change(person))
            : Words(order, AccountProblem.Gone);

    private static string? Words(PersonOrder order, AccountProblem? problem) => problem switch
    {
        null => null,
        AccountProblem.NameMissing => "Give a name.",
        AccountProblem.NameTooLong => $"A name has at most {AccountRules.LongestName} characters.",
        AccountProblem.NameOdd => "This name has characters in it that cannot be seen.",
        AccountProblem.NameTaken => $"There is a {order.Name} already; \"people list\" says who there is.",
        AccountProblem.PasswordTooShort => $"A password has at least {AccountRules.ShortestPassword} characters.",
        AccountProblem.PasswordTooLong => $"A password has at most {AccountRules.LongestPassword} characters.",
        AccountProblem.PasswordIsName => "A password must not be the name.",
        AccountProblem.OwnerStays => $"{order.Name} is the owner of the desk, who cannot be shut out.",
        AccountProblem.Gone => $"There is nobody named {order.Name}; \"people list\" says who there is.",
        _ => "The account has changed meanwhile. Try again.",
    };
}
