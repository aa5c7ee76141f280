using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Layout;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.People.Access;

namespace RecurrentGpt.Web.Tests.Layout;

public sealed class SignedInWatchTests : BunitContext, ITypedText
{
    private readonly Person _person = new();
    private readonly OpenPage _page;
    private bool? _wasThere;

    public SignedInWatchTests()
    {
        _page = new OpenPage(_person);
        _page.Begin(new Session(Guid.CreateVersion7(), "one", "stamp"));
        Services.AddLocalization().AddSingleton(_page).AddSingleton<ITypedText>(this);
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    Task ITypedText.StoreAsync() => throw new NotSupportedException("Nothing is to be stored here.");

    void ITypedText.Forget() => _wasThere = _person.IsKnown;

    [Fact]
    public void End_PageIsOpen_TakesAllOfItAwayAndOpensAnew()
    {
        var page = Draw();
        Assert.Equal("the desk", page.Find("p").TextContent);

        _page.End();

        page.WaitForAssertion(() => Assert.NotNull(page.Find("reload-page")));
        Assert.DoesNotContain("the desk", page.Markup, StringComparison.Ordinal);
        Assert.Contains("comes back when you sign in again", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.True(_wasThere);
        Assert.False(_person.IsKnown);
    }

    [Fact]
    public void Render_PageIsOverAlready_ShowsNothingOfIt()
    {
        _page.End();

        Assert.DoesNotContain("the desk", Draw().Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<SignedInWatch> Draw() => Render<SignedInWatch>(watch => watch.AddChildContent("<p>the desk</p>"));
}
