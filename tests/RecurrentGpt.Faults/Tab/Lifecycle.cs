using Microsoft.Playwright;

namespace RecurrentGpt.Faults.Tab;

/// <summary>Freezes a page as browsers do in the background, and wakes it.</summary>
internal sealed class Lifecycle(ICDPSession devTools) : IAsyncDisposable
{
    public Task TurnAsync(string state) => devTools.SendAsync("Page.setWebLifecycleState", new Dictionary<string, object> { ["state"] = state });

    public async ValueTask DisposeAsync() => await devTools.DetachAsync();
}
