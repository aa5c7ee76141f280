using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.Features.Settings.People;
using RecurrentGpt.Web.People.Accounts;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.People.Access;

internal static class SignInServices
{
    /// <summary>With sign-in on, a page or request is nobody's until its cookie has said whose it is. With it off nothing is added that asks.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<OpenPage>();
        return IsOn(configuration) ? services.AddAccounts().AddSessions() : services;
    }

    /// <summary>Says whose request it is. Before what is counted for each person.</summary>
    public static void UseRecognition(this WebApplication app)
    {
        if (IsOn(app.Configuration))
        {
            app.UseAuthentication();
        }
    }

    /// <summary>Lets nobody see what is not for all. After what answers a second time in place of a page that is not there: that is somebody's answer, too.</summary>
    public static void UseSignIn(this WebApplication app)
    {
        if (IsOn(app.Configuration))
        {
            app.UseAuthorization();
            app.Use(EnterAsync);
        }
    }

    private static Task EnterAsync(HttpContext context, RequestDelegate next)
    {
        if (Session.Of(context.User) is { } session)
        {
            context.RequestServices.GetRequiredService<Person>().Enter(session.PersonId);
        }

        return next(context);
    }

    private static bool IsOn(IConfiguration configuration) => configuration.GetSection(SignInOptions.Section).GetValue<bool>(nameof(SignInOptions.Enabled));

    private static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Scoped<Person, Person>());
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<SignInOptions>>((cookie, ours) => SignInCookie.Set(cookie, ours.Value));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        new IdentityBuilder(typeof(PersonRow), services).AddSignInManager();
        services.AddSingleton<StrangerNames>().AddSingleton<SignInRate>().AddSingleton<OpenPages>().AddSingleton<FirstStart>();
        services.AddScoped<PasswordCheck>().AddScoped<SessionCheck>().AddScoped<Door>().AddTransient<PeopleList>();
        services.AddScoped<CircuitHandler, OpenPageHandler>();
        services.AddHostedService<FirstStartNotice>().AddHostedService<PageRecheck>();
        return services;
    }
}
