namespace RecurrentGpt.Web.People;

/// <summary>
/// Whose page, request or command it is: one for each scope. Without sign-in it is always the owner of the desk; with sign-in it is nobody until somebody
/// has entered, and never becomes somebody else.
/// </summary>
public sealed class Person
{
    /// <summary>The owner of the desk: the one person without sign-in, and the first account with it. So turning sign-in on or off leaves the stories theirs.</summary>
    public static readonly Guid FirstId = new("00000000-0000-0000-0000-000000000001");

    private readonly Lock _gate = new();
    private Guid? _id;
    private bool _hasLeft;

    /// <exception cref="NobodyException">Nobody has entered, or who had is signed out.</exception>
    public Guid Id
    {
        get
        {
            lock (_gate)
            {
                return _id ?? throw new NobodyException();
            }
        }
    }

    public bool IsKnown
    {
        get
        {
            lock (_gate)
            {
                return _id is not null;
            }
        }
    }

    /// <summary>Whether it is the owner of the desk, who alone sees the backups of all and says who may come in.</summary>
    public bool IsFirst => IsKnown && Id == FirstId;

    public static Person First() => Of(FirstId);

    public static Person Of(Guid id)
    {
        var person = new Person();
        person.Enter(id);
        return person;
    }

    /// <exception cref="NobodyException">Somebody else is here, or has left.</exception>
    public void Enter(Guid id)
    {
        lock (_gate)
        {
            _id = !_hasLeft && (_id ?? id) == id ? id : throw new NobodyException();
        }
    }

    /// <summary>From now on nothing can be read or written in this scope.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            (_id, _hasLeft) = (null, true);
        }
    }
}
