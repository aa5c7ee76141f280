using Microsoft.Extensions.Localization;
using RecurrentGpt.Web.People.Accounts;

namespace RecurrentGpt.Web.Features.SignIn;

/// <summary>Says what is wrong with an account.</summary>
internal static class AccountWords
{
    extension(AccountProblem problem)
    {
        /// <summary>Whether it is said at the name; else it is said at the password.</summary>
        public bool IsOfName => problem is not (AccountProblem.PasswordTooShort or AccountProblem.PasswordTooLong or AccountProblem.PasswordIsName or AccountProblem.PasswordWrong);
    }

    public static string Of(AccountProblem problem, IStringLocalizer<SignInText> text) => problem switch
    {
        AccountProblem.NameTooLong => text["NameTooLong", AccountRules.LongestName],
        AccountProblem.PasswordTooShort => text["PasswordTooShort", AccountRules.ShortestPassword],
        AccountProblem.PasswordTooLong => text["PasswordTooLong", AccountRules.LongestPassword],
        AccountProblem.NameMissing => text["NameMissing"],
        AccountProblem.NameOdd => text["NameOdd"],
        AccountProblem.NameTaken => text["NameTaken"],
        AccountProblem.PasswordIsName => text["PasswordIsName"],
        AccountProblem.PasswordWrong => text["PasswordWrong"],
        AccountProblem.FirstIsTaken => text["FirstIsTaken"],
        AccountProblem.OwnerStays => text["OwnerStays"],
        AccountProblem.Gone or AccountProblem.Changed => text["Changed"],
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "There are no words for this problem."),
    };
}
