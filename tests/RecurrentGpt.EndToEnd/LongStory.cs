using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Offline;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Library;

namespace RecurrentGpt.EndToEnd;

/// <summary>Lays a story of any length into the store as runs would, with texts as long as a model's, so that what a desk takes with it can be seen and measured.</summary>
/// <param name="services">A program with storage.</param>
/// <param name="sentences">How many a paragraph has, of some 80 letters each.</param>
public sealed class LongStory(IServiceProvider services, int sentences = 12)
{
    private const int BranchLength = 6;

    private static readonly string[] People = ["Mara", "Tobin", "Ysolde", "Anselm", "Ruth", "Ivo", "Hedda"];

    private static readonly string[] Acts =
    [
        "walked down to the quay and counted the lamps that were still lit along the wall",
        "kept the letter folded in a sleeve and said nothing of it to the others",
        "heard the bell over the water and did not look up from the ledger",
        "let the rope run out until the knot came up, wet and tied by a hand nobody knew",
        "set one more place at the long table, though nobody had asked for it",
    ];

    private static readonly string[] Syllables = ["ba", "den", "fo", "gal", "hir", "ke", "lon", "ma", "nus", "or", "pel", "ri", "sta", "tem", "ul", "ven", "wy", "zar"];

    private readonly IStoryStore _store = services.GetRequiredService<IStoryStore>();
    private readonly LocalEmbedder _embedder = new();
    private int _sentence;

    /// <summary>Whose embeddings its entries have; null for the local embedder's.</summary>
    public WritingModels? Models { private get; init; }

    /// <summary>Whether it says the same few things again and again; otherwise it repeats itself no more than a story does.</summary>
    public bool RepeatsItself { private get; init; }

    /// <summary>Writes a story to a length, with other branches that part from it at even distances; it stands at the end of the longest.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="steps">Paragraphs on the longest branch, at least 3.</param>
    /// <param name="branches">Branches in all, at least 1.</param>
    /// <returns>The step at the end of each branch, the one that the story stands on first.</returns>
    public async Task<IReadOnlyList<Step>> WriteAsync(string title, int steps, int branches)
    {
        var story = await services.GetRequiredService<StoryLibrary>().CreateAsync(new StoryCard { Title = title, Genre = "Mystery", Premise = "A lamp lights by itself." }, new StorySettings());
        var path = new List<Step> { await OpenAsync(story.Id) };
        while (path[^1].Number < steps)
        {
            path.Add(await GoOnAsync(path[^1]));
        }

        var ends = new List<Step>();
        for (var branch = 1; branch < branches; branch++)
        {
            var end = path[path.Count * branch / branches];
            for (var step = 0; step < BranchLength; step++)
            {
                end = await GoOnAsync(end);
            }

            ends.Add(end);
        }

        // A last step from the end of the longest branch brings the story back to it.
        return [branches > 1 ? await GoOnAsync(path[^1]) : path[^1], .. ends];
    }

    /// <summary>One more step after another, stored as a run stores it.</summary>
    public async Task<Step> GoOnAsync(Step from)
    {
        var plan = new Plan(from.Plans[0].Text, PlanSource.Picked);
        return (await CommitAsync(new RunRequest(from.StoryId, RunKind.Step) { ParentId = from.Id, Plan = plan }, await MakeAsync(plan, Memory(), Plans())))[^1];
    }

    private async Task<Step> OpenAsync(Guid storyId) => (await CommitAsync(
        new RunRequest(storyId, RunKind.Opening), await MakeAsync(Plan.Opening, "", []), await MakeAsync(Plan.Opening, "", []), await MakeAsync(Plan.Opening, Memory(), Plans())))[^1];

    private async Task<IReadOnlyList<Step>> CommitAsync(RunRequest request, params NewStep[] steps)
    {
        var run = await _store.ClaimAsync(Guid.CreateVersion7(), request, CancellationToken.None) ?? throw new InvalidOperationException("The story is being written.");
        return (await _store.CommitAsync(run.Id, new StoryChange { Steps = steps, Exchanges = [Sent(steps[^1])] }, CancellationToken.None)).Steps;
    }

    private async Task<NewStep> MakeAsync(Plan plan, string memory, IReadOnlyList<string> plans)
    {
        var summary = Sentences(2);
        return new NewStep
        {
            Id = Guid.CreateVersion7(),
            Plan = plan,
            Paragraph = Sentences(sentences),
            Summary = summary,
            Vector = await (Models?.Embedder ?? _embedder).GenerateVectorAsync(summary),
            EmbeddingModel = Models?.EmbeddingModel ?? LocalEmbedder.Name,
            SentMemory = memory,
            ShortTermMemory = memory,
            Rationale = memory.Length > 0 ? Sentences(2) : "",
            Plans = plans,
            Settings = new StorySettings(),
            Model = "laid by hand",
        };
    }

    // A prompt is longer than all else that is stored of a step.
    private Exchange Sent(NewStep step) =>
        new(ExchangePurpose.Step, Sentences(80), Sentences(40), step.Paragraph, "laid by hand", new TokenUsage(3_000, 600, 1_024), TimeSpan.FromSeconds(9));

    private string Memory() => Sentences(14);

    private string[] Plans() => [Sentences(4), Sentences(4), Sentences(4)];

    private string Sentences(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Sentence(++_sentence)));

    private string Sentence(int number) => $"{People[number % People.Length]} {(RepeatsItself ? Acts[number / 3 % Acts.Length] : Words(new Random(number)))}, as on day {number}.";

    // Words of no language, as long as those of one.
    private static string Words(Random random) => string.Join(' ', Enumerable.Range(0, 10).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Syllables[random.Next(Syllables.Length)]))));
}
