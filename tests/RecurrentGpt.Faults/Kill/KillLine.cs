using RecurrentGpt.Faults.Inside;

namespace RecurrentGpt.Faults.Kill;

/// <summary>
/// One story that is killed again and again. The start after a kill is the next one's victim: what the kill left is looked at while the model's
/// server keeps it waiting for its first word.
/// </summary>
internal sealed class KillLine(Story story, string folder, GatedModel model, KillTally tally) : IAsyncDisposable
{
    private const int SecondProgramEvery = 20;
    private const int PieceLength = 24;
    private const int LabelLength = 18;

    private readonly HttpClient _browser = new();
    private readonly Ledger _ledger = new();
    private KillPlan _last = new() { Added = 0..0 };
    private string _lastSent = "";

    private string Out => Path.Combine(folder, "story.json");

    /// <summary>Starts it, looks at what the kill before has left, and kills it.</summary>
    /// <returns>False when it ended before its point was reached.</returns>
    public async Task<bool> KillAsync(int round, KillPoint point, Random chance)
    {
        var plan = KillPlan.Of(point, chance, folder);
        model.Begin(plan.Reply);
        await using var victim = Start(plan);
        var address = await victim.ServeAsync(plan.IsWeb ? _browser : null);
        tally.Started(victim.StartTime);
        tally.Broken(round, point, Look());
        if (plan.IsWeb)
        {
            tally.Broken(round, point, await LookFromOutsideAsync(new Uri(address), victim, chance.Next(SecondProgramEvery) == 0));
        }

        await DieAsync(victim, plan);
        _ledger.Acknowledge(victim.Acknowledged);
        (_last, _lastSent) = (plan, SentBy(plan));
        return victim.WasKilled;
    }

    /// <summary>Starts it for the last time, and exports the story.</summary>
    public async Task EndAsync(int round, KillPoint point)
    {
        model.Begin(null);
        foreach (var file in (string[])[Out, Path.ChangeExtension(Out, ".md")])
        {
            await using var export = Victim.Verb(model.Address, null, "export", "--story", $"{story.Id}", "--out", file, "--data", story.Folder);
            await export.RunAsync();
            tally.Started(export.StartTime);
            tally.Broken(round, point, export.ExitCode == 0 ? [] : [$"no export: {export.Said}"]);
        }

        tally.Broken(round, point, Look());
        using var rows = Rows.AtRest(Path.Combine(story.Folder, Story.Database));
        var kept = rows.Texts("SELECT Paragraph FROM Steps ORDER BY Number");
        tally.Broken(round, point, Story.Exported(await File.ReadAllTextAsync(Out)).SequenceEqual(kept) ? [] : ["the exported story is another one"]);
        tally.Broken(round, point, Directory.GetFiles(folder).Where(file => !file.EndsWith(".json", StringComparison.Ordinal) && !file.EndsWith(".md", StringComparison.Ordinal))
            .Select(file => $"an export left {Path.GetFileName(file)}"));
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return ValueTask.CompletedTask;
    }

    private Victim Start(KillPlan plan) => plan.IsWeb
        ? Victim.Web(model.Address, story.Folder, new DriveOrder(story.Id, plan.Steps), plan.Order)
        : Victim.Verb(
            model.Address, plan.Order, "write", "--story", $"{story.Id}", "--steps", $"{Math.Max(1, plan.Steps)}", "--author", plan.IsSimulated ? "simulated" : "first", "--out", Out, "--data", story.Folder);

    private List<string> Look()
    {
        using var rows = Rows.OfMoment(Path.Combine(story.Folder, Story.Database));
        var faults = new List<string>(_ledger.Check(rows, _last.Added));
        faults.AddRange(_ledger.NewLeftovers(rows).SelectMany(ProseFaults));
        faults.AddRange(FileFaults());
        return faults;
    }

    private IEnumerable<string> ProseFaults(string prose)
    {
        if (prose.Length > 0 && !model.LastParagraphs.Any(paragraph => paragraph.StartsWith(prose.TrimEnd(), StringComparison.Ordinal)))
        {
            yield return $"prose is offered that was never sent: {prose}";
        }

        // What may yet turn out to be a label is not prose before the line has gone on.
        if (_last.KeepsAllProse && prose.Length < _lastSent.Length - (2 * PieceLength))
        {
            yield return $"{_lastSent.Length} characters had come {_last.Delay.TotalSeconds} s before, and {prose.Length} were kept";
        }
    }

    // A file under the name that was asked for is whole, whichever run made it.
    private IEnumerable<string> FileFaults()
    {
        if (!File.Exists(Out))
        {
            return [];
        }

        try
        {
            return Story.Exported(File.ReadAllText(Out)).Count >= 3 ? [] : ["the exported file lacks the opening"];
        }
        catch (System.Text.Json.JsonException broken)
        {
            return [$"half an export stands under its name: {broken.Message}"];
        }
    }

    private async Task<List<string>> LookFromOutsideAsync(Uri address, Victim victim, bool withSecondProgram)
    {
        var faults = new List<string>();
        var exported = Story.Exported(await _browser.GetStringAsync(new Uri(address, $"/stories/{story.Id}/export?format=json")));
        if (exported.Count != _ledger.Steps)
        {
            faults.Add($"the export has {exported.Count} paragraphs of {_ledger.Steps}");
        }

        _ = await _browser.GetStringAsync(new Uri(address, $"/stories/{story.Id}"));
        if (withSecondProgram)
        {
            await using var second = Victim.Verb(model.Address, null, "stories", "--data", story.Folder);
            await second.EndAsync();
            if (second.ExitCode != 2 || !second.Said.Contains($"process {victim.Id}", StringComparison.Ordinal))
            {
                faults.Add($"a second program was not told of the first one ({victim.Id}): {second.ExitCode} {second.Said}");
            }
        }

        return faults;
    }

    private async Task DieAsync(Victim victim, KillPlan plan)
    {
        if (!plan.IsUnanswered)
        {
            model.Open();
        }

        if (plan.Order is null)
        {
            await ReachAsync(victim, plan);
            if (plan.GoesOn)
            {
                plan.Reply!.Hold!.Release();
            }

            await Task.Delay(plan.Delay);
            victim.Kill();
        }

        await victim.EndAsync();
        model.End();
    }

    private async Task ReachAsync(Victim victim, KillPlan plan)
    {
        try
        {
            await (plan.Reply?.Hold is { } hold ? hold.Reached : model.Asked.WaitAsync(TimeSpan.FromSeconds(30)));
        }
        catch (TimeoutException late)
        {
            throw new InvalidOperationException($"The program never came to its point ({plan}). It said: {victim.Said}", late);
        }
    }

    // All that had gone out: the pieces without the label before the paragraph.
    private string SentBy(KillPlan plan)
    {
        var paragraph = model.LastParagraphs is [var first, ..] ? first : "";
        return plan.Reply is { } reply ? paragraph[..(int)Math.Clamp(((long)reply.After * PieceLength) - LabelLength, 0, paragraph.Length)] : "";
    }
}
