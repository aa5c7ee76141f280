using RecurrentGpt.Web.People;
using RecurrentGpt.Web.People.Access;
using RecurrentGpt.Web.Tests.People.Accounts;

namespace RecurrentGpt.Web.Tests.People.Access;

/// <summary>A page that somebody has opened after signing in.</summary>
internal sealed class PageOf
{
    private PageOf(Session session)
    {
        Person = new Person();
        Open = new OpenPage(Person);
        Open.Begin(session);
    }

    public Person Person { get; }

    public OpenPage Open { get; }

    public static async Task<PageOf> OpenAsync(AccountWorld world, Guid personId, string session = "one")
    {
        var page = new PageOf(new Session(personId, session, (await world.Store.FindAsync(personId, default))!.SecurityStamp));
        world.Pages.Add(page.Open);
        return page;
    }
}
