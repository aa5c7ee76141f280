using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Play;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Play;

/// <summary>A story of twelve turns at a real store and the real runner, with a scripted model that answers each turn.</summary>
internal sealed class StoryInPlay : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private StoryInPlay(TestDesk desk)
    {
        Desk = desk;
        _services = AddTo(new ServiceCollection().AddLogging().AddLocalization(), desk).BuildServiceProvider();
        Play = _services.GetRequiredService<PlayDesk>();
    }

    public TestDesk Desk { get; }

    public PlayDesk Play { get; }

    public Guid StoryId { get; private set; }

    public DeskView View => Desk.View;

    public PlayScene Scene => PlayScene.Of(View);

    public Step Head => View.Draft!.Head!;

    /// <summary>What the page asks for, at a desk of a test.</summary>
    public static IServiceCollection AddTo(IServiceCollection services, TestDesk desk) => services
        .AddSingleton(desk.Session)
        .AddSingleton(desk.Database.Writes)
        .AddSingleton(desk.Database.Services.GetRequiredService<IDbContextFactory<WritingDb>>())
        .AddSingleton<TimeProvider>(desk.Database.Clock)
        .AddDesk()
        .AddPlay();

    /// <summary>With its opening, before the first turn.</summary>
    public static async Task<StoryInPlay> BeginAsync(StoryKind kind = StoryKind.InteractiveFiction)
    {
        var story = new StoryInPlay(await TestDesk.EmptyAsync());
        var card = new StoryCard { Title = "The Glass Orchard", Genre = "Mystery", Premise = "A lamp lights by itself.", Kind = kind };
        story.StoryId = (await story.Desk.Database.Library.CreateAsync(card, PlaySamples.Story.Settings)).Id;
        await story.Desk.Database.AddOpeningAsync(story.StoryId);
        await story.Desk.Session.OpenAsync(story.StoryId);
        return story;
    }

    /// <summary>Plays so many turns, by choices and own actions in turn.</summary>
    public async Task PlayAsync(int turns)
    {
        for (var i = 0; i < turns; i++)
        {
            await (i % 2 == 0 ? ChooseAsync(i % 3) : ActAsync($"I do thing {i + 1}."));
        }
    }

    public Task ChooseAsync(int index) => WriteAsync(() => Play.ChooseAsync(Scene.Choices[index]));

    public Task ActAsync(string action)
    {
        View.Edits!.OwnPlan.Type(action);
        return WriteAsync(Play.ActAsync);
    }

    /// <summary>Does what writes a turn, and waits until it is written.</summary>
    public async Task WriteAsync(Func<Task> act)
    {
        Desk.Chat.Reply(Samples.StepReply);
        await act();
        await Desk.UntilDoneAsync();
    }

    /// <summary>How many steps the story's tree has.</summary>
    public async Task<int> CountStepsAsync()
    {
        await using var db = Desk.Database.Read();
        return await db.Steps.CountAsync(step => step.StoryId == StoryId);
    }

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        await _services.DisposeAsync();
    }
}
