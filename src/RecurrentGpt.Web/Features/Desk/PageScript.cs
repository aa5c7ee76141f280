using Microsoft.JSInterop;

namespace RecurrentGpt.Web.Features.Desk;

/// <summary>A script that runs while a part is on the page: started once the part is drawn, stopped with it.</summary>
internal sealed class PageScript : IAsyncDisposable
{
    private readonly IJSObjectReference _running;

    private PageScript(IJSObjectReference running) => _running = running;

    /// <summary>Starts a module of /js by its function "start", which gives back something to stop.</summary>
    public static async Task<PageScript> StartAsync(IJSRuntime js, string module, params object?[] arguments)
    {
        await using var imported = await js.InvokeAsync<IJSObjectReference>("import", $"/js/{module}");
        return new PageScript(await imported.InvokeAsync<IJSObjectReference>("start", arguments));
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _running.InvokeVoidAsync("stop");
            await _running.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            return; // the page is closed, and its listeners with it
        }
    }
}
