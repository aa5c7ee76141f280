using RecurrentGpt.Prompts;

namespace RecurrentGpt.Benchmarks.Steps;

/// <summary>How long prompts are, early and late, and how much of each a provider has just seen before it.</summary>
internal sealed class PromptsBenchmark : IBenchmark
{
    private const int Steps = 500;
    private const int Early = 10;

    public int Number => 6;

    public string Name => "prompts";

    public string What => "500 steps against the fake server, which keeps every request byte for byte. Tokens are estimated: four letters each.";

    public async Task RunAsync(BenchmarkRun run, CancellationToken cancellationToken)
    {
        var steps = run.Of(Steps, inShort: 20);
        await using var program = await ServerProgram.StartAsync(run);
        var written = new List<WrittenStep>();
        var head = await program.WriteOpeningAsync(await program.AddStoryAsync());
        for (var step = 1; step <= steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            program.Model.Forget();
            var next = await program.GoOnAsync(head);
            written.Add(new WrittenStep(head, next, program.Model.ChatRequests));
            head = next;
        }

        Add(run, [.. written.Select(step => step.Sent)], [.. written.Select(UpstreamPrompt.Of)]);
    }

    private static void Add(BenchmarkRun run, IReadOnlyList<string> ours, IReadOnlyList<string> theirs)
    {
        var (shared, sharedByThem) = (Shared(ours), Shared(theirs));
        run.Add(new Figure($"tokens of the prompt, step {ours.Count}", "", TokenEstimate.Of(ours[^1])) { Peer = TokenEstimate.Of(ours[Early - 1]), PeerName = $"step {Early}", Target = 1.10 });
        run.Add(new Figure("tokens that a prompt begins with as the one before it did, least", "", shared.Min(prompt => prompt.Tokens)) { Target = 1_024, IsAtLeast = true });
        run.Add(new Figure("the same ÷ the prompt, least", "", shared.Min(prompt => prompt.Share)) { Target = 0.3, IsAtLeast = true });
        run.Add(new Figure("tokens of the prompt, median", "", Median(ours.Select(TokenEstimate.Of))) { Peer = Median(theirs.Select(TokenEstimate.Of)), PeerName = UpstreamPrompt.Name });
        run.Add(new Figure("tokens that it begins with as the one before it, median", "", Median(shared.Select(prompt => prompt.Tokens))) { Peer = Median(sharedByThem.Select(prompt => prompt.Tokens)), PeerName = UpstreamPrompt.Name });
        run.Add(new Figure("tokens that a provider has not just seen, median", "", Median(shared.Select(prompt => prompt.New))) { Peer = Median(sharedByThem.Select(prompt => prompt.New)), PeerName = UpstreamPrompt.Name });
        run.Note($"Upstream's prompt is built from the same texts by its published order and the lengths of its fixed sentences; its words are not in this project. It recalls {UpstreamPrompt.Related} whole paragraphs, ours four summaries.");
    }

    private static IReadOnlyList<(int Tokens, double Share, int New)> Shared(IReadOnlyList<string> prompts) =>
    [
        .. prompts.Zip(prompts.Skip(1), (before, prompt) =>
        {
            var (shared, all) = (TokenEstimate.Of(prompt[..before.AsSpan().CommonPrefixLength(prompt)]), TokenEstimate.Of(prompt));
            return (shared, (double)shared / all, all - shared);
        }),
    ];

    private static double Median(IEnumerable<int> counts) => Spread.Of(counts.Select(count => (double)count)).Median;
}
