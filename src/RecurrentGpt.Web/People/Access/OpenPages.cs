using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace RecurrentGpt.Web.People.Access;

/// <summary>All pages that stand open, so that signing out or losing the leave to come in ends them at once; and the sessions that were signed out.</summary>
internal sealed class OpenPages(IOptions<SignInOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<OpenPage, byte> _pages = new();

    // A cookie that was copied before its browser signed out is as good as before, if nobody remembers.
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ended = new();

    public IReadOnlyCollection<OpenPage> All => [.. _pages.Keys];

    public void Add(OpenPage page)
    {
        page.SeenAt = clock.GetUtcNow();
        _pages.TryAdd(page, 0);
    }

    public void Remove(OpenPage page) => _pages.TryRemove(page, out _);

    public bool HasEnded(string sessionId) => _ended.ContainsKey(sessionId);

    /// <summary>One browser signs out.</summary>
    public void EndSession(string sessionId)
    {
        var now = clock.GetUtcNow();
        foreach (var old in _ended.Where(ended => ended.Value + options.Value.StaysFor < now))
        {
            _ended.TryRemove(old);
        }

        _ended[sessionId] = now;
        End(session => session.Id == sessionId);
    }

    /// <summary>Somebody may not come in any more, or only anew.</summary>
    public void EndAllOf(Guid personId) => End(session => session.PersonId == personId);

    private void End(Func<Session, bool> isMeant)
    {
        foreach (var page in _pages.Keys.Where(page => page.Session is { } session && isMeant(session)))
        {
            page.End();
        }
    }
}
