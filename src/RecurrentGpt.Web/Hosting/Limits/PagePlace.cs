using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace RecurrentGpt.Web.Hosting.Limits;

/// <summary>One page's place among those that its person may have open: taken before anything is drawn, given back when its connection is let go of.</summary>
internal sealed class PagePlace(PageCounts pages, AuthenticationStateProvider people) : CircuitHandler
{
    private string _person = "";
    private bool _isTaken;

    /// <summary>Whether there was none, so that the page must show nothing but that.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>After whoever says whose connection it is.</summary>
    public override int Order => int.MaxValue;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _person = Asker.Of((await people.GetAuthenticationStateAsync()).User, address: null);
        Take();
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_isTaken)
        {
            pages.Close(_person);
            _isTaken = false;
        }

        return Task.CompletedTask;
    }

    /// <summary>Tries once more to get one.</summary>
    public void Take()
    {
        _isTaken = _isTaken || pages.TryOpen(_person);
        IsRefused = !_isTaken;
    }
}
