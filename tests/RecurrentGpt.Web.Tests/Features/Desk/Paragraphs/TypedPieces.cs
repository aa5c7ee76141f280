using System.Text;
using Microsoft.JSInterop;

namespace RecurrentGpt.Web.Tests.Features.Desk.Paragraphs;

/// <summary>What a text area in the browser holds, as the page reads it: a stream of its bytes.</summary>
internal sealed class TypedPieces(string text) : IJSStreamReference
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);

    public long Length => _bytes.Length;

    public ValueTask<Stream> OpenReadStreamAsync(long maxAllowedSize = 512_000, CancellationToken cancellationToken = default) =>
        Length <= maxAllowedSize ? ValueTask.FromResult<Stream>(new MemoryStream(_bytes)) : throw new ArgumentOutOfRangeException(nameof(maxAllowedSize));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
