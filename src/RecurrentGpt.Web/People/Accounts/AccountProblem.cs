namespace RecurrentGpt.Web.People.Accounts;

/// <summary>Why an account cannot be made or changed so.</summary>
public enum AccountProblem
{
    NameMissing,
    NameTooLong,
    NameOdd,
    NameTaken,
    PasswordTooShort,
    PasswordTooLong,
    PasswordIsName,
    PasswordWrong,
    FirstIsTaken,
    OwnerStays,
    Gone,
    Changed,
}
