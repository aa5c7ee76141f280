using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.Features.Settings.People;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.People.Access;
using RecurrentGpt.Web.People.Accounts;
using RecurrentGpt.Web.Tests.Attacks;
using RecurrentGpt.Web.Tests.Doubles;
using RecurrentGpt.Web.Tests.People.Accounts;

namespace RecurrentGpt.Web.Tests.Features.Settings.People;

public sealed class PeopleSectionTests : BunitContext, IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Person _person = Person.First();

    private AccountBook Book => Services.GetRequiredService<AccountBook>();

    public async Task InitializeAsync()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        _database = await TestDatabase.OpenAsync();
        AccountWorld.AddTo(Services, _database).AddLocalization().AddTransient<PeopleList>().AddScoped(_ => _person);
        Assert.Null(await Book.AddAsync("Ada", AccountWorld.Password, default));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public void Render_OwnerAlone_SaysSoAndOffersNothingAgainstThem()
    {
        var section = Render<PeopleSection>();

        Assert.Contains("Nobody else can sign in.", section.Find(".lead").TextContent, StringComparison.Ordinal);
        Assert.Contains("Owner of the desk", section.Find("li").TextContent, StringComparison.Ordinal);
        Assert.Empty(section.FindAll("li button"));
    }

    [Fact]
    public async Task Render_NamesThatAreAttacks_AreTextAlone()
    {
        var names = new List<string>();
        // Every tenth: each takes a password that is hashed. And one that is no text.
        foreach (var attack in Attack.OfAtMost(100).Where((_, index) => index % 10 == 0).Append(new Attack("no character", "\uFFFF")))
        {
            if (await Book.AddAsync(attack.Stored, AccountWorld.Password, default) is null)
            {
                names.Add(attack.Stored.Trim());
            }
        }

        var section = Render<PeopleSection>();

        Assert.Empty(section.FindAll("script, img, iframe, svg animate, a[href^=javascript]"));
        Assert.All(section.FindAll("*"), element => Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.InRange(names.Count, 10, int.MaxValue);
        Assert.All(names.Take(20), name => Assert.Contains(name, section.Find("ul").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Add_WithoutAPassword_ShowsTheMadeOneOnce()
    {
        var section = Render<PeopleSection>();

        await AddAsync(section, "Ben", "");

        var password = section.Find("[role=status] code").TextContent;
        Assert.Equal("", section.Find("#person-name").GetAttribute("value") ?? "");
        Assert.Equal(EntryKind.Right, (await Services.GetRequiredService<PasswordCheck>().TryAsync("Ben", password, default)).Kind);
        await section.Find("[role=status] button").ClickAsync(new());
        Assert.DoesNotContain(password, section.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ada", "", "Somebody has this name already.", "#person-name")]
    [InlineData("Ben", "short", "A password has at least 10 characters.", "#person-password")]
    public async Task Add_CannotBe_SaysWhyAtItsFieldAndKeepsWhatWasTyped(string name, string password, string expected, string field)
    {
        var section = Render<PeopleSection>();

        await AddAsync(section, name, password);

        Assert.Equal("true", section.Find(field).GetAttribute("aria-invalid"));
        Assert.Equal(expected, section.Find($"{field}-error").TextContent);
        Assert.Equal(name, section.Find("#person-name").GetAttribute("value"));
        Assert.Single(section.FindAll("li"));
    }

    [Fact]
    public async Task ShutOut_OpenPage_IsOverAtOnceAndTheyCanBeLetInAgain()
    {
        await Book.AddAsync("Ben", AccountWorld.Password, default);
        var ben = (await Book.ListAsync(default))[1];
        var page = new OpenPage(new Person());
        page.Begin(new Session(ben.Id, "one", ben.SecurityStamp));
        Services.GetRequiredService<OpenPages>().Add(page);
        var section = Render<PeopleSection>();

        await Button(section, "Shut out Ben").ClickAsync(new());

        Assert.True(page.HasEnded);
        Assert.Contains("Shut out since", section.FindAll("li")[1].TextContent, StringComparison.Ordinal);
        await Button(section, "Let in again: Ben").ClickAsync(new());
        Assert.Contains("Can sign in", section.FindAll("li")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewPassword_Pressed_ShowsItAndTheOldOneIsOver()
    {
        await Book.AddAsync("Ben", AccountWorld.Password, default);
        var section = Render<PeopleSection>();

        await Button(section, "New password for Ben").ClickAsync(new());

        Assert.Equal(EntryKind.Wrong, (await Services.GetRequiredService<PasswordCheck>().TryAsync("Ben", AccountWorld.Password, default)).Kind);
        Assert.Equal(EntryKind.Right, (await Services.GetRequiredService<PasswordCheck>().TryAsync("Ben", section.Find("[role=status] code").TextContent, default)).Kind);
    }

    [Fact]
    public async Task Render_CannotBeRead_SaysSoAndTriesAgain()
    {
        var folder = _database.Folder.Database;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Move(folder, $"{folder}.away");
        var section = Render<PeopleSection>();
        Assert.Contains("It could not be read", section.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        File.Move($"{folder}.away", folder);
        await Button(section, "Try again").ClickAsync(new());

        Assert.Empty(section.FindAll(".note.failed"));
        Assert.Single(section.FindAll("li"));
    }

    [Fact]
    public async Task Acts_SomebodyElse_AreRefused()
    {
        await Book.AddAsync("Ben", AccountWorld.Password, default);
        var ben = (await Book.ListAsync(default))[1];
        _person = Person.Of(ben.Id);
        var people = Services.GetRequiredService<PeopleList>();

        foreach (var act in new Func<Task>[]
        {
            () => people.LoadAsync(default), () => people.AddAsync("Eve", "", default), () => people.DisableAsync(ben, default),
            () => people.EnableAsync(ben, default), () => people.RenewPasswordAsync(ben, default),
        })
        {
            await Assert.ThrowsAsync<NobodyException>(act);
        }

        Assert.Equal(["Ada", "Ben"], (await Book.ListAsync(default)).Select(person => person.Name));
        Assert.Equivalent(ben, (await Book.ListAsync(default))[1]);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Settings_SignIn_ShowsPeopleOnlyWithIt(bool isOn, bool expected)
    {
        Services.GetRequiredService<IOptions<SignInOptions>>().Value.Enabled = isOn;

        var settings = Render<PeopleSettings>();

        Assert.Equal(expected, settings.FindAll("#people").Count == 1);
        Assert.Equal(expected, settings.FindAll("#account").Count == 1);
    }

    private static IElement Button(IRenderedComponent<PeopleSection> section, string name) =>
        section.FindAll("button").Single(button => (button.GetAttribute("aria-label") ?? button.TextContent) == name);

    private static async Task AddAsync(IRenderedComponent<PeopleSection> section, string name, string password)
    {
        await section.Find("#person-name").ChangeAsync(new() { Value = name });
        await section.Find("#person-password").ChangeAsync(new() { Value = password });
        await section.Find("form").SubmitAsync();
    }
}
