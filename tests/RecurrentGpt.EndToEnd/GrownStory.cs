using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Library;

namespace RecurrentGpt.EndToEnd;

/// <summary>A story with many steps and branches, laid straight into the store.</summary>
public sealed class GrownStory
{
    private readonly IStoryStore _store;
    private readonly Guid _storyId;

    private GrownStory(IStoryStore store, Guid storyId)
    {
        _store = store;
        _storyId = storyId;
    }

    public string Path => $"/stories/{_storyId}";

    /// <summary>An opening of three paragraphs.</summary>
    public static async Task<(GrownStory Story, Step Opening)> BeginAsync(World world)
    {
        var library = world.Services.GetRequiredService<StoryLibrary>();
        var story = await library.CreateAsync(new StoryCard { Title = "The Glass Orchard", Genre = "Mystery", Premise = "A lamp lights by itself." }, new StorySettings());
        var grown = new GrownStory(world.Services.GetRequiredService<IStoryStore>(), story.Id);
        return (grown, await grown.CommitAsync(new RunRequest(story.Id, RunKind.Opening), 3, "Opening", Plan.Opening));
    }

    /// <summary>Goes on from a step; the last of the new steps comes back.</summary>
    /// <param name="name">Each paragraph holds it, so that a test sees which branch it is on.</param>
    public Task<Step> GrowAsync(Step from, int count, string name)
    {
        var plan = new Plan($"{name}: they go on, and nobody looks back.", PlanSource.Picked);
        return CommitAsync(new RunRequest(_storyId, RunKind.Step) { ParentId = from.Id, Plan = plan }, count, name, plan, from.Number);
    }

    /// <summary>200 steps on ten branches, as a story looks that was tried in many ways; it stands on the last branch.</summary>
    public static async Task<GrownStory> OfTwoHundredAsync(World world)
    {
        var (story, opening) = await BeginAsync(world);
        var trunk = new List<Step> { opening };
        for (var i = 0; i < 10; i++)
        {
            trunk.Add(await story.GrowAsync(trunk[^1], 10, "Main"));
        }

        for (var branch = 2; branch <= 10; branch++)
        {
            await story.GrowAsync(trunk[branch - 1], branch == 10 ? 9 : 11, $"Way {branch}");
        }

        return story;
    }

    private async Task<Step> CommitAsync(RunRequest request, int count, string name, Plan plan, int before = 0)
    {
        var runId = Guid.CreateVersion7();
        _ = await _store.ClaimAsync(runId, request, CancellationToken.None) ?? throw new InvalidOperationException("The story is being written.");
        var steps = Enumerable.Range(before + 1, count).Select(number => Make(number, name, plan)).ToList();
        return (await _store.CommitAsync(runId, new StoryChange { Steps = steps, Exchanges = [] }, CancellationToken.None)).Steps[^1];
    }

    private static NewStep Make(int number, string name, Plan plan) => new()
    {
        Id = Guid.CreateVersion7(),
        Plan = plan,
        Paragraph = $"{name}, paragraph {number}. The orchard hummed, and the lamp at the end of the row lit by itself once more.",
        Summary = $"{name}: the lamp lights in paragraph {number}.",
        ShortTermMemory = $"{name} stands after paragraph {number}.",
        Plans = [$"{name} waits.", $"{name} rows out.", $"{name} turns back."],
        Settings = new StorySettings(),
        Model = "fake-writer",
    };
}
