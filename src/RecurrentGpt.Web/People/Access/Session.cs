using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace RecurrentGpt.Web.People.Access;

/// <summary>One browser of somebody who has signed in, as its cookie says it.</summary>
/// <param name="PersonId">Whose it is.</param>
/// <param name="Id">Tells it from their other browsers.</param>
/// <param name="Stamp">Their stamp as they signed in; another one has ended it.</param>
internal sealed record Session(Guid PersonId, string Id, string Stamp)
{
    public const string Claim = "session";

    private static readonly ClaimsIdentityOptions Types = new IdentityOptions().ClaimsIdentity;

    /// <summary>Null where nobody has signed in.</summary>
    public static Session? Of(ClaimsPrincipal? user) =>
        user?.Identity is { IsAuthenticated: true, AuthenticationType: not null }
        && Guid.TryParse(user.FindFirstValue(Types.UserIdClaimType), out var personId)
        && user.FindFirstValue(Claim) is { } id
        && user.FindFirstValue(Types.SecurityStampClaimType) is { } stamp
            ? new Session(personId, id, stamp)
            : null;
}
