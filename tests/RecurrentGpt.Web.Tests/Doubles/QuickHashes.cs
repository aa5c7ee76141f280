using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace RecurrentGpt.Web.Tests.Doubles;

/// <summary>Hashes passwords in one round. The program's many are to cost whoever guesses time, and would cost the tests, which sign in hundreds of times, minutes.</summary>
internal static class QuickHashes
{
    public static IServiceCollection HashQuickly(this IServiceCollection services) => services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 1);
}
