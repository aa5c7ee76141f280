using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace RecurrentGpt.Web.Layout;

/// <summary>Moves the focus.</summary>
internal static class Focus
{
    /// <summary>Moves the focus to an element, if it is still there when the browser hears of it: a part may have gone by then, and that must not take the whole page with it.</summary>
    public static async Task TakeFocusAsync(this ElementReference element, bool preventScroll = false)
    {
        try
        {
            await element.FocusAsync(preventScroll);
        }
        catch (JSException)
        {
            return; // it is gone, and the focus is where its reader has put it since
        }
        catch (JSDisconnectedException)
        {
            return; // so is the page
        }
    }
}
