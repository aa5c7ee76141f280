using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Search;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Storage.Search;
using RecurrentGpt.Web.Tests.Features.Search;

namespace RecurrentGpt.Web.Tests.Attacks;

/// <summary>Attacks in what is searched, and in what is searched for.</summary>
public sealed class SearchAttackTests : BunitContext, IAsyncLifetime
{
    private readonly SafeMarkup _page = new(PageElements.All);
    private SearchHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await SearchHost.OpenAsync();
        Services.AddLocalization();
        Services.AddSingleton<FailureText>();
        Services.AddTransient(_ => _host.NewSearch());
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Found_EveryAttackInTitleAndParagraph_IsTextAlone()
    {
        foreach (var attacks in Attack.OfAtMost(2_000).Chunk(WordSearch.Most))
        {
            var title = attacks.Select(attack => attack.Text).FirstOrDefault(text => text.Length <= StoryLimits.Title) ?? "Shore";
            var steps = await _host.WriteAsync(title, [.. attacks.Select(attack => $"Lamp {attack.Text}")]);
            Services.GetRequiredService<NavigationManager>().NavigateTo("/search?q=lamp");

            var page = Render<SearchPage>();

            page.WaitForAssertion(() => Assert.Equal(attacks.Length, page.FindAll("li").Count));
            Assert.True(_page.FaultsOf(page.FindAll("*")) is [], string.Join('\n', _page.FaultsOf(page.FindAll("*")).Take(5)));
            await _host.Database.Library.DeleteAsync(steps[0].StoryId);
            await DisposeComponentsAsync();
        }
    }

    [Fact]
    public async Task Typed_EveryAttack_IsSearchedForAsWordsOrNotAtAll()
    {
        await _host.WriteAsync("Shore", "The lamp was lit.");
        foreach (var attack in Attack.All)
        {
            using var search = _host.NewSearch();

            await search.SearchAsync(attack.Text, mayAsk: false, () => { }, CancellationToken.None);

            Assert.True(search.ByWords is SearchState.Done or SearchState.None or SearchState.TooLong, $"{attack.Kind}: {search.ByWords}");
        }
    }
}
