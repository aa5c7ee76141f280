using System.Collections.Concurrent;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Backups;

namespace RecurrentGpt.Web.People;

/// <summary>The studies of all people, each made when it is first asked for.</summary>
public sealed class Studies : IStoriesInMemory, IAsyncDisposable
{
    private readonly IServiceScopeFactory _scopes;
    private readonly ConcurrentDictionary<Guid, Lazy<Study>> _all = new();
    private volatile bool _isClosed;

    /// <param name="scopes">Makes the scope of each study.</param>
    /// <param name="writes">Asked for so that it is there before any study, and is closed after the last one has stored what it had.</param>
    public Studies(IServiceScopeFactory scopes, WriteQueue writes)
    {
        ArgumentNullException.ThrowIfNull(writes);
        _scopes = scopes;
    }

    public Study Of(Guid ownerId)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        return _all.GetOrAdd(ownerId, id => new Lazy<Study>(() => Open(id))).Value;
    }

    public async Task InterruptAsync()
    {
        foreach (var study in All())
        {
            await study.InterruptAsync();
        }
    }

    public void Forget()
    {
        foreach (var study in All())
        {
            study.Forget();
        }
    }

    /// <summary>Ends what goes on for somebody who may not come in any more.</summary>
    public async Task CloseAsync(Guid ownerId)
    {
        if (_all.TryRemove(ownerId, out var study) && study.IsValueCreated)
        {
            await study.Value.EndAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        foreach (var ownerId in _all.Keys)
        {
            await CloseAsync(ownerId);
        }
    }

    private Study Open(Guid ownerId)
    {
        var scope = _scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Person>().Enter(ownerId);
        return new Study(scope);
    }

    private Study[] All() => [.. _all.Values.Where(study => study.IsValueCreated).Select(study => study.Value)];
}
