using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Lookahead;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Repetition;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Search;

namespace RecurrentGpt.Web.People;

/// <summary>
/// All that works for one person whether or not a page is open: their runs, the memories of their stories, their models. It reads and writes as that person,
/// so that no run of theirs can touch a story of anybody else. It outlives the pages, and is ended by <see cref="Studies"/> alone.
/// </summary>
public sealed class Study
{
    private readonly AsyncServiceScope _scope;
    private readonly Lazy<MemoryIndexer> _indexer;
    private readonly Lazy<LookaheadRunner> _lookahead;
    private readonly Lazy<StoryRunner> _runner;
    private readonly Lazy<AutopilotRunner> _autopilots;
    private readonly Lazy<RepetitionWatch> _watch;
    private readonly Lazy<StepPreviews> _previews;
    private readonly Lazy<RecallLooks> _looks;
    private readonly Lazy<LibraryVectors> _vectors;
    private readonly Lazy<QueryVectors> _queries;

    /// <param name="scope">A scope of its own, in which the person is here.</param>
    internal Study(AsyncServiceScope scope)
    {
        _scope = scope;
        _indexer = new(() => new MemoryIndexer(Stories, Models, Shelf, Recurrence, Clock, Get<Random>(), Get<ILogger<MemoryIndexer>>()));
        _lookahead = new(() => new LookaheadRunner(
            Stories, Get<ILookaheadStore>(), Models, Shelf, Indexer, Recurrence, Clock, Get<Random>(), Get<ILogger<LookaheadRunner>>()));
        _runner = new(() => new StoryRunner(Stories, Models, Shelf, Indexer, Recurrence, Clock, Get<Random>(), Get<ILogger<StoryRunner>>()) { Lookahead = Lookahead });
        _autopilots = new(() => new AutopilotRunner(
            Get<IAutopilotStore>(), Stories, Runner, Models, Watch, Get<IOptions<AutopilotOptions>>().Value, Clock, Get<ILogger<AutopilotRunner>>()));
        _watch = new(() => new RepetitionWatch(Stories, Models, Shelf));
        _previews = new(() => new StepPreviews(Stories, Models, Shelf, Recurrence, Clock));
        _looks = new(() => new RecallLooks(Stories, Models, Shelf, Recurrence, Clock));
        _vectors = new(() => new LibraryVectors(Get<IDbContextFactory<WritingDb>>(), Shelf, Clock));
        _queries = new(() => new QueryVectors(Models, Recurrence, Clock));
    }

    public MemoryShelf Shelf { get; } = new();

    public MemoryIndexer Indexer => _indexer.Value;

    public LookaheadRunner Lookahead => _lookahead.Value;

    public StoryRunner Runner => _runner.Value;

    public AutopilotRunner Autopilots => _autopilots.Value;

    public RepetitionWatch Watch => _watch.Value;

    public StepPreviews Previews => _previews.Value;

    public RecallLooks Looks => _looks.Value;

    public LibraryVectors Vectors => _vectors.Value;

    public QueryVectors Queries => _queries.Value;

    private IStoryStore Stories => Get<IStoryStore>();

    private IModelSource Models => Get<IModelSource>();

    private RecurrenceOptions Recurrence => Get<IOptions<RecurrenceOptions>>().Value;

    private TimeProvider Clock => Get<TimeProvider>();

    /// <summary>Ends the runs that go on now as interrupted. Others may be started afterwards.</summary>
    internal async Task InterruptAsync()
    {
        // Autopilot first, or it would begin its next step.
        await (_autopilots.IsValueCreated ? Autopilots.InterruptAsync() : Task.CompletedTask);
        await (_runner.IsValueCreated ? Runner.InterruptAsync() : Task.CompletedTask);
        await (_lookahead.IsValueCreated ? Lookahead.DropAllAsync() : Task.CompletedTask);
    }

    /// <summary>Forgets what was read of the stories.</summary>
    internal void Forget()
    {
        Shelf.Clear();
        if (_watch.IsValueCreated)
        {
            Watch.Clear();
        }

        if (_autopilots.IsValueCreated)
        {
            Autopilots.Forget();
        }

        if (_vectors.IsValueCreated)
        {
            Vectors.Forget();
        }
    }

    /// <summary>Ends all work, and waits until what was written is stored.</summary>
    internal async ValueTask EndAsync()
    {
        await (_autopilots.IsValueCreated ? Autopilots.DisposeAsync() : ValueTask.CompletedTask);
        await (_runner.IsValueCreated ? Runner.DisposeAsync() : ValueTask.CompletedTask);
        await (_lookahead.IsValueCreated ? Lookahead.DisposeAsync() : ValueTask.CompletedTask);
        await (_indexer.IsValueCreated ? Indexer.DisposeAsync() : ValueTask.CompletedTask);
        if (_watch.IsValueCreated)
        {
            Watch.Dispose();
        }

        await (_vectors.IsValueCreated ? Vectors.DisposeAsync() : ValueTask.CompletedTask);

        await _scope.DisposeAsync();
    }

    private T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();
}
