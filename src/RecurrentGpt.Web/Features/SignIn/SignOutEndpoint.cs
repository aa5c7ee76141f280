using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.People.Access;

namespace RecurrentGpt.Web.Features.SignIn;

/// <summary>POST /sign-out: this browser, with all of its pages.</summary>
internal static class SignOutEndpoint
{
    public static IEndpointRouteBuilder MapSignOut(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<IOptions<SignInOptions>>().Value.Enabled)
        {
            endpoints.MapPost("/sign-out", LeaveAsync);
        }

        return endpoints;
    }

    private static async Task<IResult> LeaveAsync(HttpContext context, IAntiforgery antiforgery, Door door)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest();
        }

        await door.LetOutAsync(context.User);
        return TypedResults.LocalRedirect("/sign-in?left=true");
    }
}
