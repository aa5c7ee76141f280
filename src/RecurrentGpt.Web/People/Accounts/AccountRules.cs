using Microsoft.AspNetCore.Identity;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.People.Accounts;

/// <summary>What a name and a password must be. A long password is better than an odd one, so that its length is all that is asked for.</summary>
internal sealed class AccountRules : IUserValidator<PersonRow>, IPasswordValidator<PersonRow>
{
    public const int LongestName = 100;
    public const int ShortestPassword = 10;
    public const int LongestPassword = 200;

    public static IdentityResult Failed(AccountProblem problem) => IdentityResult.Failed(new IdentityError { Code = problem.ToString() });

    public async Task<IdentityResult> ValidateAsync(UserManager<PersonRow> manager, PersonRow user)
    {
        ArgumentNullException.ThrowIfNull(manager);
        ArgumentNullException.ThrowIfNull(user);
        return OfName(user.Name) is { } problem ? Failed(problem)
            : await manager.FindByNameAsync(user.Name) is { } other && other.Id != user.Id ? Failed(AccountProblem.NameTaken)
            : IdentityResult.Success;
    }

    public Task<IdentityResult> ValidateAsync(UserManager<PersonRow> manager, PersonRow user, string? password)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Task.FromResult(OfPassword(user.Name, password ?? "") is { } problem ? Failed(problem) : IdentityResult.Success);
    }

    private static AccountProblem? OfName(string name) => name switch
    {
        _ when string.IsNullOrWhiteSpace(name) => AccountProblem.NameMissing,
        { Length: > LongestName } => AccountProblem.NameTooLong,
        _ when name.Any(char.IsControl) || !AnyName.IsText(name) => AccountProblem.NameOdd,
        _ => null,
    };

    private static AccountProblem? OfPassword(string name, string password) => password switch
    {
        { Length: < ShortestPassword } => AccountProblem.PasswordTooShort,
        { Length: > LongestPassword } => AccountProblem.PasswordTooLong,
        _ when password.Equals(name, StringComparison.OrdinalIgnoreCase) => AccountProblem.PasswordIsName,
        _ => null,
    };
}
