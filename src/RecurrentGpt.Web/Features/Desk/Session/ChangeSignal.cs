using System.Collections.Immutable;

namespace RecurrentGpt.Web.Features.Desk.Session;

/// <summary>Tells those who watch that something has changed; they look for themselves what.</summary>
internal sealed class ChangeSignal
{
    private ImmutableList<Listener> _listeners = [];

    /// <returns>Ends the subscription when disposed; nothing is told after that.</returns>
    public IDisposable Subscribe(Action changed)
    {
        var listener = new Listener(this, changed);
        ImmutableInterlocked.Update(ref _listeners, (all, added) => all.Add(added), listener);
        return listener;
    }

    public void Raise()
    {
        foreach (var listener in _listeners)
        {
            listener.Changed();
        }
    }

    private sealed record Listener(ChangeSignal Signal, Action Changed) : IDisposable
    {
        public void Dispose() => ImmutableInterlocked.Update(ref Signal._listeners, (all, gone) => all.Remove(gone), this);
    }
}
