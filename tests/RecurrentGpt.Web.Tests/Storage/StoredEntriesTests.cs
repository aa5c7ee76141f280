using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage;

public sealed class StoredEntriesTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private SecondReader _readers = null!;
    private Guid _storyId;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _readers = new SecondReader(_database.Services.GetRequiredService<IDbContextFactory<WritingDb>>());
        _storyId = (await _database.AddStoryAsync()).Id;
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Read_FewSteps_AsksForNoSecondReader()
    {
        await LayAsync(999);

        Assert.Equal(999, (await ReadAsync()).Count);
        Assert.Equal(0, _readers.Asked);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(1_001)]
    public async Task Read_ManySteps_GivesBothHalvesWithTheirOwnVectors(int count)
    {
        var steps = await LayAsync(count);
        var other = await _database.AddStoryAsync("Another");
        await _database.AddOpeningAsync(other.Id);

        var entries = (await ReadAsync()).OrderBy(entry => entry.Number).ToList();

        Assert.Equal(1, _readers.Asked);
        Assert.Equal(steps.Select(step => (step.Id, step.Summary)), entries.Select(entry => (entry.StepId, entry.Text)));
        Assert.Equal([null, .. steps.Select(step => (Guid?)step.Id).SkipLast(1)], entries.Select(entry => entry.ParentId));
        Assert.Equal(steps.Select(step => step.Vector!.Value.ToArray()), entries.Select(entry => entry.Vector!.Value.ToArray()));
    }

    [Fact]
    public async Task Read_StoredBeforeTheSecondReaderStands_IsOfTheFirstMomentAlone()
    {
        var steps = await LayAsync(1_000);
        _readers.Before = () => _database.Writes.WriteAsync(db => db.MemoryEntries.ExecuteUpdateAsync(entry => entry.SetProperty(row => row.Pinned, true)), default);

        var entries = await ReadAsync();

        Assert.Equal(steps.Select(step => step.Id).Order(), entries.Select(entry => entry.StepId).Order());
        Assert.DoesNotContain(entries, entry => entry.Pinned);
        Assert.All(await ReadAsync(), entry => Assert.True(entry.Pinned));
    }

    [Fact]
    public async Task Read_Cancelled_Ends()
    {
        await LayAsync(1_000);
        using var cancellation = new CancellationTokenSource();
        _readers.Before = cancellation.CancelAsync;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync(cancellation.Token));
    }

    private async Task<IReadOnlyList<NewStep>> LayAsync(int count)
    {
        var steps = Enumerable.Range(1, count).Select(number => Written.Step($"Paragraph {number}.") with { Vector = new[] { number, 1f } }).ToArray();
        await _database.CommitAsync(new RunRequest(_storyId, RunKind.Opening), Written.Change(steps));
        return steps;
    }

    private async Task<IReadOnlyList<MemoryEntry>> ReadAsync(CancellationToken cancellationToken = default)
    {
        await using var db = _database.Read();
        return await StoredEntries.ReadAsync(db, _readers, _storyId, cancellationToken);
    }

    // Something happens once between the first reader's moment and the second's.
    private sealed class SecondReader(IDbContextFactory<WritingDb> readers) : IDbContextFactory<WritingDb>
    {
        public Func<Task>? Before { get; set; }

        public int Asked { get; private set; }

        public WritingDb CreateDbContext() => throw new NotSupportedException("Readers are made without blocking.");

        public async Task<WritingDb> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            Asked++;
            var before = Before;
            Before = null;
            await (before?.Invoke() ?? Task.CompletedTask);
            return await readers.CreateDbContextAsync(cancellationToken);
        }
    }
}
