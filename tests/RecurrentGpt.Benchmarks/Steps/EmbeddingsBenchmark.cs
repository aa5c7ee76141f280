using RecurrentGpt.FakeModel;

namespace RecurrentGpt.Benchmarks.Steps;

/// <summary>How many texts are sent to be embedded while a story is written, changed, taken back and branched, counted at the server.</summary>
internal sealed class EmbeddingsBenchmark : IBenchmark
{
    private const int Steps = 200;

    public int Number => 4;

    public string Name => "embeddings";

    public string What => "200 steps written at a desk, with undo, edits, plans changed by hand, steps written again and branches; embedding inputs as the server received them.";

    public async Task RunAsync(BenchmarkRun run, CancellationToken cancellationToken)
    {
        await using var program = await ServerProgram.StartAsync(run);
        await using var author = await DeskAuthor.BeginAsync(program);
        var opening = (program.Model.ChatRequests.Count, Inputs(program.Model));
        var (steps, edits) = (run.Of(Steps, inShort: 20), 0);
        for (var step = 1; step <= steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            edits += await PrepareAsync(author, step);
            await (step % 12 == 0 ? author.WriteAgainAsync() : author.WriteAsync(step % 3));
        }

        // Embedding all of long-term memory anew at step n is n texts, and its plan is one.
        var published = (steps * (steps + 1) / 2) + steps;
        run.Add(new Figure("embedding inputs", "", Inputs(program.Model)) { Peer = published, PeerName = "the published algorithm, n(n+1)/2 + n", Target = 0.025 });
        run.Add(new Figure("embedding inputs a step, without opening and edits", "", (double)(Inputs(program.Model) - opening.Item2 - edits) / steps));
        run.Add(new Figure("chat requests a step, without opening and edits", "", (double)(program.Model.ChatRequests.Count - opening.Count - edits) / steps));
        run.Note($"{edits} edited paragraphs were read again, each with one chat request and one embedding input, which are in the first figure; so is the opening, with {opening.Item2} inputs.");
    }

    // What an author does between two paragraphs: each of it a few times in a story.
    private static async Task<int> PrepareAsync(DeskAuthor author, int step)
    {
        switch (step % 20)
        {
            case 3 or 13:
                await author.EditAsync(paragraphsBack: step % 4);
                return 1;
            case 5:
                author.EditPlan(step % 3);
                break;
            case 9:
                await author.UndoAsync();
                break;
            case 18:
                await author.GoBackAsync(paragraphs: 4);
                break;
        }

        return 0;
    }

    private static int Inputs(FakeModelServer model) => model.EmbeddingRequests.Sum(request => request.Inputs.Count);
}
