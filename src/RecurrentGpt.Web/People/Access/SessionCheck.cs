using RecurrentGpt.Web.People.Accounts;

namespace RecurrentGpt.Web.People.Access;

/// <summary>Whether somebody who has signed in may still be here, read afresh.</summary>
internal sealed class SessionCheck(PersonStore people, OpenPages pages)
{
    public async Task<bool> StandsAsync(Session? session, CancellationToken cancellationToken) =>
        session is not null
        && !pages.HasEnded(session.Id)
        && await people.FindAsync(session.PersonId, cancellationToken) is { DisabledAt: null } person
        && person.SecurityStamp == session.Stamp;
}
