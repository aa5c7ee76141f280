using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.People.Access;

/// <summary>Lets somebody in with a cookie, and out again.</summary>
internal sealed class Door(SignInManager<PersonRow> identity, OpenPages pages)
{
    /// <summary>Signs this browser in as a session of its own.</summary>
    public Task LetInAsync(PersonRow person) => identity.SignInWithClaimsAsync(
        person, new AuthenticationProperties { IsPersistent = true }, [new Claim(Session.Claim, Guid.NewGuid().ToString("N"))]);

    /// <summary>Signs this browser out, with all of its pages.</summary>
    public async Task LetOutAsync(ClaimsPrincipal user)
    {
        if (Session.Of(user) is { } session)
        {
            pages.EndSession(session.Id);
        }

        await identity.SignOutAsync();
    }
}
