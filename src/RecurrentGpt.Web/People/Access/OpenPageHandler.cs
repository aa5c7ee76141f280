using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace RecurrentGpt.Web.People.Access;

/// <summary>Lets a person into their page before anything of it is drawn, and hears nothing of a page that is over.</summary>
internal sealed class OpenPageHandler(OpenPage page, OpenPages pages, SessionCheck check, AuthenticationStateProvider authentication) : CircuitHandler, IDisposable
{
    public override int Order => int.MinValue;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var session = Session.Of((await authentication.GetAuthenticationStateAsync()).User);
        if (session is not null)
        {
            page.Begin(session);
            pages.Add(page);
        }

        // Looked at once it can be found, so that who is shut out in this very moment does not stay.
        if (!await check.StandsAsync(session, cancellationToken))
        {
            page.End();
        }

        authentication.AuthenticationStateChanged += Compare;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        pages.Remove(page);
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        activity => page.HasEnded ? Task.CompletedTask : next(activity);

    public void Dispose()
    {
        authentication.AuthenticationStateChanged -= Compare;
        pages.Remove(page);
    }

    // A page whose connection was lost comes back with the cookie that its browser has then, which may be somebody else's.
    private void Compare(Task<AuthenticationState> changed) => _ = CompareAsync(changed);

    private async Task CompareAsync(Task<AuthenticationState> changed)
    {
        if (Session.Of((await changed).User) != page.Session)
        {
            page.End();
        }
    }
}
