using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.ShortTerm;

namespace RecurrentGpt.Web.Tests.Features.Desk.ShortTerm;

/// <summary>What the review of short-term memory stands on: it keeps what is accepted, and changes entries in memory.</summary>
internal sealed class ShortTermDoubles
{
    private readonly HashSet<int> _accepted = [];
    private readonly MemoryShelf _shelf = new();

    public ShelfStore Store { get; } = new(new ScriptedChat());

    public List<string> Pins { get; } = [];

    public bool Fails { get; set; }

    public MemoryReview Review() => new(AcceptAsync, NullLogger<MemoryReview>.Instance);

    public ForgetWatch Forgets() => new(
        Store, Store, _shelf, new EntryChanges(PinAsync, SaveAsync), Options.Create(new RecurrenceOptions()), new FakeClock(), NullLogger<ForgetWatch>.Instance);

    /// <summary>What the history reads; it keeps what was asked for.</summary>
    public Dictionary<int, MemoryMoment> Moments { get; } = [];

    public List<(int From, int To)> Reads { get; } = [];

    public void AddTo(IServiceCollection services) => services
        .AddScoped(_ => Review())
        .AddScoped(_ => Forgets())
        .AddScoped(_ => new MemoryPages(ReadAsync, NullLogger<MemoryPages>.Instance));

    private Task<IReadOnlyDictionary<int, MemoryMoment>> ReadAsync(Guid headId, int from, int to, CancellationToken cancellationToken)
    {
        Reads.Add((from, to));
        return Task.FromResult<IReadOnlyDictionary<int, MemoryMoment>>(Moments.Where(moment => moment.Key >= from && moment.Key <= to).ToDictionary());
    }

    private Task<IReadOnlyList<int>> AcceptAsync(Guid stepId, IReadOnlyCollection<int> changes, CancellationToken cancellationToken)
    {
        if (Fails)
        {
            throw new IOException("The disk is full.");
        }

        _accepted.UnionWith(changes);
        return Task.FromResult<IReadOnlyList<int>>([.. _accepted.Order()]);
    }

    private Task PinAsync(Guid stepId, bool isPinned, CancellationToken cancellationToken)
    {
        Put(stepId, entry => entry with { Pinned = isPinned });
        Pins.Add($"{Find(stepId).Number}: {Find(stepId).Text}");
        return Task.CompletedTask;
    }

    private Task<SaveResult> SaveAsync(Guid stepId, string text, int version, CancellationToken cancellationToken)
    {
        var saved = Find(stepId).Version == version;
        Put(stepId, entry => saved ? entry with { Text = text, Version = version + 1, Vector = null, EmbeddingModel = "" } : entry);
        return Task.FromResult(new SaveResult(saved, Find(stepId).Version, Find(stepId).Text));
    }

    private MemoryEntry Find(Guid stepId) => Store.Entries.Single(entry => entry.StepId == stepId);

    private void Put(Guid stepId, Func<MemoryEntry, MemoryEntry> change)
    {
        Store.Entries = [.. Store.Entries.Select(entry => entry.StepId == stepId ? change(entry) : entry)];
        _shelf.Change(Store.Entries.Count > 0 ? DeskSamples.StoryId : Guid.Empty, memory => memory.Put(Find(stepId)));
    }
}
