using Microsoft.AspNetCore.Identity;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.People.Accounts;

internal static class AccountServices
{
    // PBKDF2 with HMAC-SHA-512; the framework's own number is that of some years ago.
    private const int HashRounds = 210_000;

    /// <summary>ASP.NET Core Identity on the one database.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<IUserValidator<PersonRow>, AccountRules>();
        services.AddScoped<IPasswordValidator<PersonRow>, AccountRules>();
        services.AddScoped<ILookupNormalizer, AnyName>();
        services.AddIdentityCore<PersonRow>().AddUserStore<PersonStore>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashRounds);
        services.AddScoped<PersonStore>();
        services.AddScoped<AccountBook>();
        return services;
    }
}
