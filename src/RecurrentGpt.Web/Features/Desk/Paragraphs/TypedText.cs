using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk.Paragraphs;

/// <summary>
/// A text that is typed in the browser and stays there until it is read: then it comes in pieces, so that no message of the circuit has to hold it.
/// </summary>
internal sealed class TypedText : IAsyncDisposable
{
    // A UTF-16 code unit takes at most three bytes in UTF-8.
    private const long MostBytes = 3L * StoryLimits.Paragraph;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly IJSObjectReference _area;

    private TypedText(IJSObjectReference area) => _area = area;

    /// <summary>Follows a text area; the page hears by its method "Typed" whether the text is blank and whether it was changed.</summary>
    public static async Task<TypedText> StartAsync<T>(IJSRuntime js, ElementReference area, DotNetObjectReference<T> page)
        where T : class
    {
        await using var script = await js.InvokeAsync<IJSObjectReference>("import", "/js/editor.js");
        return new TypedText(await script.InvokeAsync<IJSObjectReference>("start", area, page));
    }

    /// <summary>The whole text, with "\n" for a line end; null when it is longer than <see cref="StoryLimits.Paragraph"/>.</summary>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        await using var pieces = await _area.InvokeAsync<IJSStreamReference>("read", cancellationToken);
        if (pieces.Length > MostBytes)
        {
            return null;
        }

        await using var stream = await pieces.OpenReadStreamAsync(MostBytes, cancellationToken);
        using var reader = new StreamReader(stream, Utf8, detectEncodingFromByteOrderMarks: false);
        var text = await reader.ReadToEndAsync(cancellationToken);
        return text.Length > StoryLimits.Paragraph ? null : text;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _area.InvokeVoidAsync("stop");
            await _area.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            return; // the page is closed, and the text area with it
        }
    }
}
