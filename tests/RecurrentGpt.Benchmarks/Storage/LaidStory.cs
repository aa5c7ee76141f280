using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Benchmarks.Vectors;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Library;

namespace RecurrentGpt.Benchmarks.Storage;

/// <summary>A story of one branch in the store, with texts as long as a model's and vectors as long as a large model's.</summary>
internal sealed class LaidStory
{
    public const string Space = "bench";

    private const int InOneCommit = 500;

    private static readonly StorySettings Settings = new();

    private readonly IStoryStore _store;

    private LaidStory(IStoryStore store, Guid id)
    {
        _store = store;
        Id = id;
    }

    public Guid Id { get; }

    /// <summary>The step that the story stands on.</summary>
    public Step? Head { get; private set; }

    /// <summary>Lays a story with a step for each vector.</summary>
    public static async Task<LaidStory> LayAsync(IServiceProvider services, RandomVectors vectors)
    {
        var story = await services.GetRequiredService<StoryLibrary>().CreateAsync(new StoryCard { Title = "The Long Shore", Genre = "Mystery", Premise = "A lamp lights by itself." }, Settings);
        var laid = new LaidStory(services.GetRequiredService<IStoryStore>(), story.Id);
        foreach (var rows in Enumerable.Range(0, vectors.Rows).Chunk(InOneCommit))
        {
            await laid.CommitAsync(await laid.ClaimAsync(), [.. rows.Select(row => NewStep(vectors[row]))]);
        }

        return laid;
    }

    public async Task<Guid> ClaimAsync()
    {
        var request = Head is { } head
            ? new RunRequest(Id, RunKind.Step) { ParentId = head.Id, Plan = new Plan(Told(5), PlanSource.Picked) }
            : new RunRequest(Id, RunKind.Opening);
        var run = await _store.ClaimAsync(Guid.CreateVersion7(), request, CancellationToken.None);
        return run?.Id ?? throw new InvalidOperationException("The story is being written.");
    }

    public async Task CommitAsync(Guid runId, params NewStep[] steps)
    {
        var sent = new Exchange(ExchangePurpose.Step, Told(80), Told(40), Told(20), "laid by hand", new TokenUsage(3_000, 600, 1_024), TimeSpan.FromSeconds(9));
        Head = (await _store.CommitAsync(runId, new StoryChange { Steps = steps, Exchanges = [sent] }, CancellationToken.None)).Steps[^1];
    }

    public static NewStep NewStep(ReadOnlyMemory<float> vector) => new()
    {
        Id = Guid.CreateVersion7(),
        Plan = new Plan(Told(5), PlanSource.Picked),
        Paragraph = Told(15),
        Summary = Told(3),
        Vector = vector,
        EmbeddingModel = Space,
        SentMemory = Told(14),
        ShortTermMemory = Told(14),
        Rationale = Told(2),
        Plans = [Told(5), Told(5), Told(5)],
        Settings = Settings,
        Model = "laid by hand",
    };

    private static string Told(int sentences) => string.Join(' ', Enumerable.Repeat("Mara counted the lamps along the wall and came to one more than there were hooks.", sentences));
}
