using Microsoft.JSInterop;

namespace RecurrentGpt.Web.Features.Kept;

/// <summary>Tells the browser what it need not keep any longer, where no stored text says so.</summary>
internal static class KeptTexts
{
    /// <param name="js">The browser of the page.</param>
    /// <param name="key">The key of a text box, or what all keys begin with, ending in "/".</param>
    public static async Task ForgetKeptAsync(this IJSRuntime js, string key)
    {
        try
        {
            await js.InvokeVoidAsync("kept.forget", key);
        }
        catch (Exception e) when (e is JSException or JSDisconnectedException or OperationCanceledException)
        {
            return; // then it is offered again, which loses nothing
        }
    }
}
