namespace RecurrentGpt.Web.People.Access;

/// <summary>A page that stands open, and who is at it. When they may not be any more nothing can be read or written by it.</summary>
internal sealed class OpenPage(Person person)
{
    private readonly Lock _gate = new();
    private Action? _ended;
    private bool _hasEnded;

    public Session? Session { get; private set; }

    /// <summary>When it was last known that they may be here.</summary>
    public DateTimeOffset SeenAt { get; set; }

    public bool HasEnded
    {
        get
        {
            lock (_gate)
            {
                return _hasEnded;
            }
        }
    }

    public void Begin(Session session)
    {
        person.Enter(session.PersonId);
        Session = session;
    }

    /// <summary>Tells, from any thread and before the person is gone, that it is over.</summary>
    public void WhenEnded(Action ended)
    {
        lock (_gate)
        {
            if (!_hasEnded)
            {
                _ended += ended;
                return;
            }
        }

        ended();
    }

    public void End()
    {
        Action? ended;
        lock (_gate)
        {
            (ended, _ended) = (_hasEnded ? null : _ended, null);
            _hasEnded = true;
        }

        ended?.Invoke();
        person.Leave();
    }
}
