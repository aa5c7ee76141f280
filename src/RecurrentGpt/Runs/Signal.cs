using System.Collections.Immutable;
using System.Globalization;

namespace RecurrentGpt.Runs;

/// <summary>Tells those who watch of what happens. Safe to use from several threads; who watches is called on the thread of who tells, but in their own language:
/// a page that draws itself anew must not do so in that of the page which began the run.</summary>
/// <typeparam name="T">What they are told.</typeparam>
public sealed class Signal<T>
{
    private ImmutableList<Listener> _listeners = [];

    /// <summary>Begins to tell a watcher.</summary>
    /// <returns>Ends the subscription when disposed; nothing is told after that.</returns>
    public IDisposable Subscribe(Action<T> told)
    {
        var listener = new Listener(this, told);
        ImmutableInterlocked.Update(ref _listeners, (all, added) => all.Add(added), listener);
        return listener;
    }

    /// <summary>Tells all who watch.</summary>
    public void Raise(T value)
    {
        foreach (var listener in _listeners)
        {
            listener.Tell(value);
        }
    }

    private sealed record Listener(Signal<T> Signal, Action<T> Told) : IDisposable
    {
        private readonly (CultureInfo Culture, CultureInfo Words) _own = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

        public void Tell(T value)
        {
            var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
            try
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _own;
                Told(value);
            }
            finally
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
            }
        }

        public void Dispose() => ImmutableInterlocked.Update(ref Signal._listeners, (all, gone) => all.Remove(gone), this);
    }
}
