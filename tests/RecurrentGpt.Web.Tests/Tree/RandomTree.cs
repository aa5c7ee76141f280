using RecurrentGpt.Authors;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Tests.Tree;

/// <summary>Grows a tree by real runs and looks at each request that goes out.</summary>
internal sealed class RandomTree
{
    private readonly WordWorld _world;
    private readonly LeakCheck _check;
    private readonly Random _die;
    private readonly Guid _storyId;
    private readonly Dictionary<Guid, Step> _steps = [];

    private RandomTree(WordWorld world, LeakCheck check, Random die, Guid storyId)
    {
        (_world, _check, _die, _storyId) = (world, check, die, storyId);
    }

    /// <summary>Steps that the story can stand on.</summary>
    public IReadOnlyList<Step> Places => [.. _steps.Values.Where(step => step.Number >= 3)];

    public IReadOnlyList<Step> Ends => [.. Places.Where(step => _steps.Values.All(other => other.ParentId != step.Id))];

    /// <summary>What was sent and should not have been.</summary>
    public List<string> Leaks { get; } = [];

    public static async Task<RandomTree> PlantAsync(WordWorld world, LeakCheck check, Random die)
    {
        var tree = new RandomTree(world, check, die, await world.NewStoryAsync());
        await tree.WriteAsync(new RunRequest(tree._storyId, RunKind.Opening));
        return tree;
    }

    /// <summary>Grows to a number of steps on a number of branches.</summary>
    public async Task GrowAsync(int steps, int branches)
    {
        for (var step = 0; step < steps; step++)
        {
            var left = steps - step;
            var mustPart = left <= branches - Ends.Count;
            var mayPart = Ends.Count < branches && _die.Next(4) == 0;
            var from = mustPart || mayPart ? Pick(Places.Except(Ends).DefaultIfEmpty(Places[0])) : Pick(Ends);
            await MaybeAsync(5, () => PinAsync(Pick(Places)));
            await WriteAsync(from);
        }
    }

    /// <summary>A step after another, by one of its plans, by one in the author's words, or by one that the author changed.</summary>
    public async Task WriteAsync(Step from)
    {
        var stored = await _world.Get<IStoryStore>().FindStepAsync(from.Id, CancellationToken.None);
        var plan = _die.Next(4) == 0 ? new Plan("They go on by themselves.", PlanSource.Own) : Pick(stored!.Plans).ToPlan();
        await WriteAsync(new RunRequest(_storyId, RunKind.Step) { ParentId = from.Id, Plan = plan });
    }

    /// <summary>All else that sends something, from one step.</summary>
    public async Task UseAsync(Step place)
    {
        await _world.Drafts.GoAsync(_storyId, place.Id);
        var step = (await _world.Drafts.ReadAsync(_storyId))!.Head!;
        var path = Path(step.Id);
        await LookAtRecallAsync(step, path);
        await LookAtStepAsync(step, path);
        await AskAsync(step, new RunRequest(_storyId, RunKind.NewPlans) { ParentId = step.Id });
        await AskAsync(step, new RunRequest(_storyId, RunKind.Rewrite) { ParentId = step.Id, Text = "Tighter.", Passage = new PassageRange(0, 5, step.Version) });
        await AskAsync(step, new RunRequest(_storyId, RunKind.Coverage) { ParentId = step.Id }, isPossible: step.Plan.Source != PlanSource.Opening);
        await AskAsync(step, new RunRequest(_storyId, RunKind.Choice) { ParentId = step.Id, Choosing = new ChoiceOrder { MayRevise = true, StopCondition = "When the lamp is lit." } });
        await AskAsync(step, new RunRequest(_storyId, RunKind.Judgement) { ParentId = step.Id, Text = "When the lamp is lit." });
        await RereadAsync(Pick(Places.Where(other => path.Contains(other.Id))), step, path);
        await MaybeAsync(2, () => EditAsync(step));
        await WriteAsync(step);
    }

    private async Task LookAtRecallAsync(Step step, IReadOnlyCollection<Guid> path)
    {
        var look = await _world.Get<RecallLooks>().LookAsync(_storyId, step.Id, 4, "Where was the lamp seen last?", mayAsk: true, CancellationToken.None);
        Leaks.AddRange(_check.Look(path));
        Leaks.AddRange(look.Weighing.Entries.SelectMany(entry => _check.Look(entry.Entry.Text, path)));
    }

    private async Task LookAtStepAsync(Step step, IReadOnlyCollection<Guid> path)
    {
        var request = new RunRequest(_storyId, RunKind.Step) { ParentId = step.Id, Plan = step.Plans[0].ToPlan() };
        var preview = await _world.Get<StepPreviews>().LookAsync(request, CancellationToken.None);
        Leaks.AddRange(_check.Look(path));
        Leaks.AddRange(_check.Look(preview!.Prompt.User, path));
    }

    // A run that writes no step: what it brings belongs to the step that it is about.
    private async Task AskAsync(Step step, RunRequest request, bool isPossible = true)
    {
        if (isPossible)
        {
            await _world.RunAsync(request);
            _check.Own(step.Id);
            Leaks.AddRange(_check.Look(Path(step.Id)));
        }
    }

    // An edited paragraph is read again beside the memory of the head, which may stand far below it.
    private async Task RereadAsync(Step edited, Step head, IReadOnlyCollection<Guid> path)
    {
        await _world.RunAsync(new RunRequest(_storyId, RunKind.Reread) { ParentId = edited.Id, HeadId = head.Id, Text = "She said nothing." });
        _check.Own(edited.Id);
        Leaks.AddRange(_check.Look(path));
    }

    // Words of the author's own, which belong to the step that they were put on.
    private async Task EditAsync(Step step)
    {
        var word = Words.Of(500_000 + _die.Next(400_000));
        _check.Own(word, step.Id);
        var head = (await _world.Drafts.ReadAsync(_storyId))!.Head!;
        await _world.Drafts.SaveMemoryAsync(head.Id, $"{head.ShortTermMemory} The author knows {word}.", head.MemoryVersion);
        await _world.Drafts.SaveParagraphAsync(head.Id, $"{head.Paragraph} And {word}.", head.Version);
    }

    private async Task PinAsync(Step step) => await _world.Entries.PinAsync(step.Id, isPinned: true);

    private async Task WriteAsync(RunRequest request)
    {
        var written = await _world.RunAsync(request);
        foreach (var step in written)
        {
            _steps[step.Id] = step;
        }

        // An opening is one piece; its last step is on every path.
        _check.Own(written[^1].Id);
        Leaks.AddRange(_check.Look(Path(written[^1].Id)));
    }

    private HashSet<Guid> Path(Guid stepId)
    {
        var path = new HashSet<Guid>();
        for (Guid? id = stepId; id is { } step; id = _steps[step].ParentId)
        {
            path.Add(step);
        }

        return path;
    }

    private T Pick<T>(IEnumerable<T> among)
    {
        T[] all = [.. among];
        return all[_die.Next(all.Length)];
    }

    private Task MaybeAsync(int oneIn, Func<Task> change) => _die.Next(oneIn) == 0 ? change() : Task.CompletedTask;
}
