using Bunit;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Features.Library;

namespace RecurrentGpt.Web.Tests.Features.Library;

public sealed class LibraryPageTests : BunitContext
{
    public LibraryPageTests()
    {
        Services.AddLocalization();
    }

    [Fact]
    public void Render_Heading_IsYourStories()
    {
        var page = Render<LibraryPage>();

        page.Find("h1").MarkupMatches("""<h1 tabindex="-1">Your stories</h1>""");
    }

    [Fact]
    public void Render_NewStory_IsALink()
    {
        var page = Render<LibraryPage>();

        var link = page.FindAll("a").Single(a => a.TextContent == "New story");
        Assert.Equal("/new", link.GetAttribute("href"));
    }
}
