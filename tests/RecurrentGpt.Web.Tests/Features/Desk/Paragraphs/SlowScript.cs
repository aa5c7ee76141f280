using Microsoft.JSInterop;

namespace RecurrentGpt.Web.Tests.Features.Desk.Paragraphs;

/// <summary>A script that the browser is still fetching until it is told that it came; then it answers each call with itself.</summary>
internal sealed class SlowScript : IJSRuntime, IJSObjectReference
{
    private readonly TaskCompletionSource _come = new();

    public void Come() => _come.SetResult();

    /// <summary>It finds nothing to start on.</summary>
    public void Break() => _come.SetException(new JSException("There is no such element."));

    public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
    {
        await _come.Task;
        return this is TValue answer ? answer : default!;
    }

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
