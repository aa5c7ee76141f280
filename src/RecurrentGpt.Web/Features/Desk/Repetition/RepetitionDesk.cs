using RecurrentGpt.Repetition;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Features.Desk.Repetition;

/// <summary>
/// The sentences of one desk that repeat an earlier paragraph, found beside the drawing. What is meant so is kept as long as the page is open, and no longer.
/// </summary>
internal sealed partial class RepetitionDesk(RepetitionWatch watch, ILogger<RepetitionDesk> logger) : IDisposable
{
    private readonly Signal<RepetitionDesk> _changed = new();
    private readonly Lock _gate = new();
    private readonly HashSet<(Guid StepId, string Sentence)> _meantSo = [];
    private IReadOnlyDictionary<Guid, RepeatedPhrases> _found = new Dictionary<Guid, RepeatedPhrases>();
    private (Draft? Draft, int Room) _followed;
    private CancellationTokenSource _looking = new();
    private (Guid StepId, int Start)? _open;

    /// <summary>Tells when something is to be shown otherwise, from any thread.</summary>
    public IDisposable Subscribe(Action changed) => _changed.Subscribe(_ => changed());

    /// <summary>Looks for what the last paragraphs of a draft repeat, when that is not done or under way.</summary>
    public void Follow(Draft? draft, int room)
    {
        lock (_gate)
        {
            if (draft is null || (ReferenceEquals(_followed.Draft, draft) && _followed.Room >= room))
            {
                return;
            }

            _followed = (draft, room);
            _looking.Cancel();
            _looking.Dispose();
            _looking = new CancellationTokenSource();
            var token = _looking.Token;

            // LookAsync handles its own failures, so nothing waits for the task.
            _ = Task.Run(() => LookAsync(draft, room, token), CancellationToken.None);
        }
    }

    /// <summary>The sentences of a paragraph that repeat an earlier one and are not meant so, in order; none while that is not known of the text that stands there.</summary>
    public IReadOnlyList<RepeatedSentence> Of(DraftParagraph paragraph)
    {
        lock (_gate)
        {
            return _found.TryGetValue(paragraph.StepId, out var phrases) && phrases.Version == paragraph.Version
                ? [.. phrases.Sentences.Where(sentence => !_meantSo.Contains((paragraph.StepId, TextOf(paragraph, sentence))))]
                : [];
        }
    }

    /// <summary>The sentence whose source is open beside it; null when none of the paragraph is.</summary>
    public RepeatedSentence? OpenOf(DraftParagraph paragraph)
    {
        lock (_gate)
        {
            return _open is var (stepId, start) && stepId == paragraph.StepId ? Of(paragraph).FirstOrDefault(sentence => sentence.Start == start) : null;
        }
    }

    /// <summary>Opens the source of a sentence, or closes it; one is open at a time.</summary>
    public void Toggle(DraftParagraph paragraph, RepeatedSentence sentence) => Open(_open == (paragraph.StepId, sentence.Start) ? null : (paragraph.StepId, sentence.Start));

    public void Close() => Open(null);

    public void MeanSo(DraftParagraph paragraph, RepeatedSentence sentence)
    {
        lock (_gate)
        {
            _meantSo.Add((paragraph.StepId, TextOf(paragraph, sentence)));
        }

        Close();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _looking.Cancel();
            _looking.Dispose();
        }
    }

    private void Open((Guid StepId, int Start)? sentence)
    {
        lock (_gate)
        {
            _open = sentence;
        }

        _changed.Raise(this);
    }

    private static string TextOf(DraftParagraph paragraph, RepeatedSentence sentence) => paragraph.Text.Substring(sentence.Start, sentence.Length);

    private async Task LookAsync(Draft draft, int room, CancellationToken cancellationToken)
    {
        try
        {
            var found = await watch.FindPhrasesAsync(draft.Story.Id, [.. draft.Paragraphs.TakeLast(room).Select(paragraph => paragraph.StepId)], cancellationToken);
            lock (_gate)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _found = found;
            }

            _changed.Raise(this);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // A newer draft is looked at.
        }
        catch (Exception e)
        {
            // Nothing is marked then; the desk works without.
            LogFailed(e, draft.Story.Id);
        }
    }

    [LoggerMessage(LogLevel.Error, "What paragraphs of story {StoryId} repeat could not be told")]
    private partial void LogFailed(Exception exception, Guid storyId);
}
