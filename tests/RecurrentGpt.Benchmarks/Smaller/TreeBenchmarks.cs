using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.EndToEnd;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Tree;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Benchmarks.Smaller;

/// <summary>What a desk asks of the storage, in a story of 200 steps on ten branches beside one of six steps; the limit is the short story.</summary>
internal static class TreeBenchmarks
{
    public static void Run(Bench bench)
    {
        using var program = new InstantProgram();
        var stories = new LongStory(program.Services);
        var small = Wait(stories.WriteAsync("The Short Shore", steps: 5, branches: 2));
        var large = Wait(stories.WriteAsync("The Long Shore", steps: 199, branches: 10));
        var drafts = program.Services.GetRequiredService<DraftStore>();
        var trees = new TreeStore(program.Services.GetRequiredService<IDbContextFactory<WritingDb>>());

        bench.Measure("reading the desk", () => Read(large), () => Read(small));
        bench.Measure("reading the tree", () => ReadTree(large), () => ReadTree(small));
        bench.Measure("going to another branch and back", () => GoAndBack(large), () => GoAndBack(small));
        bench.Measure("undo", () => Undo(large), () => Undo(small), () => Stand(large, large[0]), () => Stand(small, small[0]));
        bench.Measure("redo", () => Redo(large), () => Redo(small), () => Undone(large), () => Undone(small));
        bench.Measure("storing a step", () => Commit(large), () => Commit(small), () => Stand(large, large[0]), () => Stand(small, small[0]));
        bench.Measure("writing a whole step, model instant", () => Write(large), () => Write(small), () => Stand(large, large[0]), () => Stand(small, small[0]));

        int Read(IReadOnlyList<Step> ends) => Wait(drafts.ReadAsync(ends[0].StoryId))!.Paragraphs.Count;

        int ReadTree(IReadOnlyList<Step> ends) => Wait(trees.ReadAsync(ends[0].StoryId))!.Count;

        int GoAndBack(IReadOnlyList<Step> ends) => Stand(ends, ends[1]) + Stand(ends, ends[0]);

        int Stand(IReadOnlyList<Step> ends, Step step) => Wait(drafts.GoAsync(ends[0].StoryId, step.Id)) ? 1 : 0;

        int Undo(IReadOnlyList<Step> ends) => Wait(drafts.UndoAsync(ends[0].StoryId)) ? 1 : 0;

        int Redo(IReadOnlyList<Step> ends) => Wait(drafts.RedoAsync(ends[0].StoryId)) ? 1 : 0;

        int Undone(IReadOnlyList<Step> ends) => Stand(ends, ends[0]) + Undo(ends);

        int Commit(IReadOnlyList<Step> ends) => Wait(stories.GoOnAsync(ends[0])).Number;

        int Write(IReadOnlyList<Step> ends)
        {
            var request = new RunRequest(ends[0].StoryId, RunKind.Step) { ParentId = ends[0].Id, Plan = ends[0].Plans[0].ToPlan() };
            var run = Wait(program.Services.GetRequiredService<Study>().Runner.StartAsync(request, CancellationToken.None));
            return Wait(run!.Completion).State == RunState.Done ? 1 : throw new InvalidOperationException("The step was not written.");
        }
    }

    // A benchmark is a plain program, and blocks no one's thread but its own.
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
