using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Desk.LongTerm;

/// <summary>
/// All entries of long-term memory laid out before one author: searched, weighed for a plan, changed. What is typed stays here while the bench is
/// closed.
/// </summary>
public sealed partial class Bench(RecallLooks looks, RecallUses uses, EntryStore entries, MemoryIndexer indexer, ILogger<Bench> logger)
{
    private readonly Dictionary<Guid, EntryDraft> _drafts = [];
    private DeskView _view = new();
    private ILookup<Guid, RecallUse> _usesByEntry = Array.Empty<RecallUse>().ToLookup(use => use.EntryId);
    private string _search = "";
    private BenchOrder _order;
    private Guid? _changed;
    private (string? Plan, StepFailure Failure)? _refusal;

    /// <summary>Null until the entries are read.</summary>
    public RecallLook? Look { get; private set; }

    public BenchList List { get; private set; } = BenchList.Empty;

    /// <summary>In which steps entries were recalled, in the order of the story.</summary>
    public IReadOnlyList<RecallUse> Uses { get; private set; } = [];

    /// <summary>The plan that the entries are weighed for: 1 to 3, 0 for the author's own; null for none.</summary>
    public int? Plan { get; private set; }

    /// <summary>Whether the entries are weighed for a plan, so that it can be said which would be sent.</summary>
    public bool IsWeighed => Look is { IsUnasked: false } && PlanText is not null;

    public bool IsWeighing { get; private set; }

    /// <summary>Whether the last change could not be stored.</summary>
    public bool IsFailed { get; private set; }

    public Guid StoryId => _view.Draft?.Story.Id ?? Guid.Empty;

    public string Search
    {
        get => _search;
        set
        {
            (_search, _changed) = (value, null);
            Arrange(page: 0);
        }
    }

    public BenchOrder Order
    {
        get => _order;
        set
        {
            _order = value;
            Arrange(page: 0);
        }
    }

    public string? PlanText => TextOf(Plan);

    /// <summary>Lays out the entries of the story that is on the desk.</summary>
    /// <param name="plan">The plan that the author was last in. A server is not asked for it.</param>
    public async Task OpenAsync(DeskView view, int? plan, CancellationToken cancellationToken)
    {
        _view = view;
        Plan = TextOf(plan) is null ? null : plan;
        (_search, _order, _changed) = ("", BenchOrder.Story, null);
        await WeighAsync(mayAsk: false, cancellationToken);
        Uses = view.Draft?.Head is { } head ? await uses.ReadAsync(head.Id, cancellationToken) : [];
        _usesByEntry = Uses.ToLookup(use => use.EntryId);
    }

    /// <summary>Lays out the same entries anew, as they stand now.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) => WeighAsync(mayAsk: false, cancellationToken);

    /// <summary>Weighs for another plan. To choose it is to ask for its scores.</summary>
    public Task ChooseAsync(int? plan, CancellationToken cancellationToken)
    {
        Plan = plan;
        _order = plan is null ? BenchOrder.Story : BenchOrder.Score;
        return WeighAsync(mayAsk: true, cancellationToken);
    }

    /// <summary>Tells whenever entries may have been indexed, until it is cancelled.</summary>
    public IAsyncEnumerable<IndexingState?> WatchAsync(Guid storyId, CancellationToken cancellationToken) => indexer.WatchAsync(storyId, cancellationToken);

    public void Turn(int pages) => Arrange(List.Page + pages);

    /// <summary>The text of an offered plan or the author's own; null when there is none to weigh for.</summary>
    public string? TextOf(int? plan)
    {
        var text = plan switch
        {
            0 => _view.Edits?.OwnPlan.Text,
            > 0 => _view.Edits?.Plans.ElementAtOrDefault(plan.Value - 1)?.Text,
            _ => null,
        };

        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    public IEnumerable<RecallUse> UsesOf(Guid entryId) => _usesByEntry[entryId];

    /// <summary>The change that the author is typing; null when the entry is not being edited.</summary>
    public EntryDraft? DraftOf(Guid entryId) => _drafts.GetValueOrDefault(entryId);

    public void Edit(MemoryEntry entry) => _drafts[entry.StepId] = new EntryDraft(entry, entry.Text);

    public void Type(EntryDraft draft, string text) => _drafts[draft.Before.StepId] = draft with { Text = text };

    /// <summary>Takes a text that was typed before another one was stored; both stay until the author chooses.</summary>
    public void Take(EntryDraft draft, string kept) => _drafts[draft.Before.StepId] = draft with { Text = kept, Other = draft.Before.Text };

    public void Cancel(EntryDraft draft) => _drafts.Remove(draft.Before.StepId);

    /// <summary>Saves a change; when another tab was first both texts stay until the author chooses.</summary>
    public Task SaveAsync(EntryDraft draft) => ChangeAsync(async () =>
    {
        var before = draft.Before;
        var result = await new EditVersion(before.Version).SaveAsync(before.Text, version => entries.SaveAsync(before.StepId, draft.Text, version));
        if (result.Saved)
        {
            _drafts.Remove(before.StepId);
            _changed = before.StepId;
        }
        else
        {
            // The next save is made knowing the other text.
            _drafts[before.StepId] = draft with { Before = before with { Text = result.Current, Version = result.Version }, Other = result.Current };
        }
    });

    public Task RestoreAsync(MemoryEntry entry) => ChangeAsync(
        () => new EditVersion(entry.Version).SaveAsync(entry.Text, version => entries.RestoreAsync(entry.StepId, version)));

    public Task PinAsync(MemoryEntry entry) => ChangeAsync(() => entries.PinAsync(entry.StepId, !entry.Pinned));

    public Task BanAsync(MemoryEntry entry) => ChangeAsync(() => entries.BanAsync(entry.StepId, !entry.Banned));

    private async Task ChangeAsync(Func<Task> change)
    {
        IsFailed = false;
        try
        {
            await change();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotStored(exception);
            IsFailed = true;
        }

        await WeighAsync(mayAsk: false, CancellationToken.None);
    }

    private async Task WeighAsync(bool mayAsk, CancellationToken cancellationToken)
    {
        if (_view.Draft is not { Head: { } head, Story: { } story })
        {
            return;
        }

        var (plan, text) = (Plan, PlanText);
        IsWeighing = true;
        try
        {
            var look = AsRefused(await looks.LookAsync(story.Id, head.Id, story.Settings.RecallCount, text, mayAsk, cancellationToken), text);

            // A later choice may have been quicker.
            (Look, _refusal) = Plan == plan ? (look, look.Failure is { } failure ? (text, failure) : null) : (Look, _refusal);
        }
        finally
        {
            IsWeighing = Plan != plan && IsWeighing;
        }

        Arrange(List.Page);
    }

    // A plan that could not be embedded was asked for: that it is only looked at again does not take it back.
    private RecallLook AsRefused(RecallLook look, string? plan) =>
        look.IsUnasked && _refusal is { } refusal && refusal.Plan == plan ? look with { IsUnasked = false, Failure = refusal.Failure } : look;

    private void Arrange(int page) => List = BenchList.Of(Look?.Weighing.Entries ?? [], _search, _order, page, _changed);

    [LoggerMessage(LogLevel.Error, "A change of long-term memory could not be stored")]
    private partial void LogNotStored(Exception exception);
}
