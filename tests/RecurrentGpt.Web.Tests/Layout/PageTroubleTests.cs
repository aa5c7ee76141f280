using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Layout;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Tests.Layout;

public sealed class PageTroubleTests : BunitContext
{
    public PageTroubleTests() => Services.AddLocalization().AddSingleton<FailureText>();

    [Fact]
    public void Page_StoriesCannotBeRead_SaysWhyAndComesBackWithAnotherTry()
    {
        Exception? failure = new StoreException(new StepFailure(FailureKind.DiskUnreachable));
        var page = Render<PageTrouble>(part => part.Add(trouble => trouble.ChildContent, builder =>
        {
            builder.OpenComponent<Page>(0);
            builder.AddComponentParameter(1, nameof(Page.Failure), failure);
            builder.CloseComponent();
        }));
        var said = page.Find("[role=alert] p").TextContent;

        failure = null;
        page.Find("button").Click();

        Assert.StartsWith("The disk that holds your stories does not answer.", said, StringComparison.Ordinal);
        Assert.Equal("the page", page.Markup.Trim());
    }

    [Fact]
    public void Page_ADefectOfOurOwn_SaysNothingOfItsInside()
    {
        var page = Render<PageTrouble>(part => part.Add(trouble => trouble.ChildContent, builder =>
        {
            builder.OpenComponent<Page>(0);
            builder.AddComponentParameter(1, nameof(Page.Failure), new InvalidOperationException("a secret inside"));
            builder.CloseComponent();
        }));

        Assert.DoesNotContain("secret", page.Markup, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("[role=alert] button"));
    }

    private sealed class Page : ComponentBase
    {
        [Parameter] public Exception? Failure { get; set; }

        protected override void OnInitialized()
        {
            if (Failure is not null)
            {
                throw Failure;
            }
        }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) => builder.AddContent(0, "the page");
    }
}
