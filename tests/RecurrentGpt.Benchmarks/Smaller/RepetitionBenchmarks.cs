using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.EndToEnd;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Repetition;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Benchmarks.Smaller;

/// <summary>
/// What one new paragraph repeats of a story of 5,000 beside one of 50, whose prose repeats itself without end, and building the index beside reading the paragraphs.
/// </summary>
internal static class RepetitionBenchmarks
{
    public static void Run(Bench bench)
    {
        using var program = new InstantProgram();
        var stories = new LongStory(program.Services) { RepeatsItself = true };
        var small = Wait(stories.WriteAsync("The Short Echo", steps: 50, branches: 1))[0];
        var large = Wait(stories.WriteAsync("The Long Echo", steps: 5_000, branches: 1))[0];
        var store = program.Services.GetRequiredService<IStoryStore>();
        var models = program.Services.GetRequiredService<IModelSource>();
        var shelf = program.Services.GetRequiredService<MemoryShelf>();
        using var watch = new RepetitionWatch(store, models, shelf);
        Step newest = large, newestSmall = small;

        bench.Measure("a new paragraph, story of 5,000", () => Find(newest), () => Find(newestSmall), () => GoOn(ref newest), () => GoOn(ref newestSmall));
        bench.Measure("building the index of 5,000", BuildLarge, () => Wait(store.ReadParagraphsAsync(large.StoryId, CancellationToken.None)).Count);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var kept = new RepetitionWatch(store, models, shelf);
        Wait(kept.FindPhrasesAsync(large.StoryId, [large.Id], CancellationToken.None));
        var words = Wait(store.ReadParagraphsAsync(large.StoryId, CancellationToken.None)).Sum(paragraph => Prose.Words(paragraph.Text));
        Console.WriteLine($"index: {(GC.GetTotalMemory(forceFullCollection: true) - before) / words} bytes a word, {words} words");

        int Find(Step step) => Wait(watch.FindAsync(step.StoryId, step.Id, CancellationToken.None)).Sentences.Count;

        int GoOn(ref Step step) => (step = Wait(stories.GoOnAsync(step))).Number;

        int BuildLarge()
        {
            using var fresh = new RepetitionWatch(store, models, shelf);
            return Wait(fresh.FindPhrasesAsync(large.StoryId, [large.Id], CancellationToken.None)).Count;
        }
    }

    // A benchmark is a plain program, and blocks no one's thread but its own.
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
