using System.Collections.Concurrent;

namespace RecurrentGpt.Web.Layout;

/// <summary>All pages, of all people, on which something may have been typed that is not stored yet.</summary>
public sealed class TypedTexts
{
    private readonly ConcurrentDictionary<ITypedText, bool> _open = new();

    public void Add(ITypedText typed) => _open[typed] = true;

    public void Remove(ITypedText typed) => _open.TryRemove(typed, out _);

    /// <summary>Stores what was typed on any of them.</summary>
    public Task StoreAsync() => Task.WhenAll(_open.Keys.Select(typed => typed.StoreAsync()));
}
