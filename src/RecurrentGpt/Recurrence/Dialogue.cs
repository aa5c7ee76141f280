using System.Runtime.CompilerServices;
using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence;

/// <summary>
/// All that one run says to its models and hears from them. It counts the requests, keeps each with its raw reply, and collects the sections that were read whole.
/// One run, one dialogue; not for several threads.
/// </summary>
public sealed class Dialogue
{
    private readonly WritingModels _models;
    private readonly RecurrenceOptions _options;
    private readonly TimeProvider _clock;
    private readonly Random _chance;
    private readonly long _started;
    private readonly List<Exchange> _exchanges = [];
    private readonly Dictionary<Section, string> _sections = [];
    private int _requests;

    /// <summary>Begins a dialogue; its clock runs from now.</summary>
    public Dialogue(WritingModels models, RecurrenceOptions options, TimeProvider clock, Random chance)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _models = models;
        _options = options;
        _clock = clock;
        _chance = chance;
        _started = clock.GetTimestamp();
    }

    /// <summary>The requests made so far, with their raw replies.</summary>
    public IReadOnlyList<Exchange> Exchanges => _exchanges;

    /// <summary>Length that embeddings must have to be compared with those that the story has; 0 where none are known.</summary>
    public Func<int> Dimensions { get; init; } = () => 0;

    /// <summary>The models that it talks to.</summary>
    public WritingModels Models => _models;

    /// <summary>What ended it; null while all is well.</summary>
    internal StepFailure? Failure { get; private set; }

    /// <summary>The sections that were read whole, from whichever reply.</summary>
    internal IReadOnlyDictionary<Section, string> Sections => _sections;

    /// <summary>Tokens of all requests.</summary>
    internal TokenUsage Usage => _exchanges.Aggregate(TokenUsage.None, (sum, exchange) => sum + (exchange.Usage ?? TokenUsage.None));

    /// <summary>The model that answered last, by its own name.</summary>
    internal string Model => _exchanges.Count > 0 ? _exchanges[^1].Model : _models.ChatModel;

    /// <summary>Time since the start.</summary>
    internal TimeSpan Elapsed => _clock.GetElapsedTime(_started);

    /// <summary>Whether one more request may be made.</summary>
    internal bool MayAsk => _requests < _options.MaxRequests && Elapsed < _options.TotalLimit;

    /// <summary>Puts a section there that needs no asking, such as a paragraph that the author keeps.</summary>
    internal void Take(Section section, string text) => _sections[section] = text;

    /// <summary>Puts sections there that arrived before.</summary>
    internal void Take(IReadOnlyDictionary<Section, string> sections)
    {
        foreach (var (section, text) in sections)
        {
            _sections[section] = text;
        }
    }

    /// <summary>Puts all there that another dialogue, which has ended, has sent and heard.</summary>
    internal void TakeOver(Dialogue other)
    {
        _requests += other._requests;
        _exchanges.AddRange(other._exchanges);
        Take(other._sections);
    }

    /// <summary>Takes sections away that cannot be used.</summary>
    internal void Forget(params ReadOnlySpan<Section> sections)
    {
        foreach (var section in sections)
        {
            _sections.Remove(section);
        }
    }

    /// <summary>Forgets a failure that costs the run nothing, since what it needs is there.</summary>
    internal void Forgive() => Failure = null;

    /// <summary>The failure as the last event of the run.</summary>
    internal StepEvent.Failed ToFailed() => new(Failure ?? new StepFailure(FailureKind.Unexpected), "", _exchanges);

    /// <summary>
    /// Sends a prompt and reads the reply as it comes. A request that failed before its first word is sent again after a wait; one that failed later is not, since
    /// the person has begun to read, and one for another plan is not, since the run has one already.
    /// </summary>
    internal async IAsyncEnumerable<StepEvent> AskAsync(ExchangePurpose purpose, Prompt prompt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            _requests++;
            var call = new ChatCall(_models, _options, _clock);
            var reader = new ReplyReader(prompt.Form);
            var isWhole = false;
            try
            {
                await foreach (var text in call.StreamAsync(prompt, _options.TotalLimit - Elapsed, cancellationToken))
                {
                    foreach (var piece in reader.Add(text))
                    {
                        yield return ToEvent(piece);
                    }
                }

                isWhole = call.Failure is null;
            }
            finally
            {
                TakeArrived(call, prompt.Form, isWhole);
                _exchanges.Add(new Exchange(purpose, prompt.System.Text, prompt.User, call.Reply, call.Model, call.Usage, call.Elapsed)
                {
                    Parts = [.. prompt.Parts.Select(part => new SentPart(part.Kind, part.Text.Length))],
                    Failure = call.Failure,
                });
            }

            if (isWhole)
            {
                foreach (var piece in reader.End())
                {
                    yield return ToEvent(piece);
                }

                Read(call, prompt.Form, purpose);
                yield break;
            }

            if (call.Reply.Length > 0 || purpose == ExchangePurpose.DifferentPlan || !MayAsk || call.Failure is null || Backoff.Next(call.Failure, attempt, _options, _chance) is not { } wait || Elapsed + wait > _options.TotalLimit)
            {
                Failure = call.Failure is { Kind: FailureKind.ContextTooLong } tooLong ? SentSizes.Name(tooLong, prompt) : call.Failure;
                yield break;
            }

            yield return new StepEvent.Waiting(wait, call.Failure, attempt + 1);
            await Task.Delay(wait, _clock, cancellationToken);
        }
    }

    /// <summary>Asks for needed sections that are missing, by name, until they are all there or the tries are used up.</summary>
    /// <param name="form">What the run needs.</param>
    /// <param name="repair">Makes the prompt for the sections that are missing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal IAsyncEnumerable<StepEvent> CompleteAsync(
        ReplyForm form,
        Func<IReadOnlyDictionary<Section, string>, IReadOnlyList<Section>, Prompt> repair,
        CancellationToken cancellationToken) => CompleteAsync(form, (_, _) => true, repair, cancellationToken);

    /// <inheritdoc cref="CompleteAsync(ReplyForm, Func{IReadOnlyDictionary{Section, string}, IReadOnlyList{Section}, Prompt}, CancellationToken)"/>
    /// <param name="form">What the run needs.</param>
    /// <param name="isUsable">Whether a section says what is needed; one that does not is missing.</param>
    /// <param name="repair">Makes the prompt for the sections that are missing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async IAsyncEnumerable<StepEvent> CompleteAsync(
        ReplyForm form,
        Func<Section, string, bool> isUsable,
        Func<IReadOnlyDictionary<Section, string>, IReadOnlyList<Section>, Prompt> repair,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var tries = 0; Failure is null && Missing(form, isUsable) is { Count: > 0 } missing; tries++)
        {
            if (tries == _options.MaxRepairs || !MayAsk)
            {
                Failure = new StepFailure(FailureKind.Incomplete, string.Join(", ", missing.Select(section => Labels.Of(section, form))));
                yield break;
            }

            yield return new StepEvent.Repairing(missing);
            await foreach (var stepEvent in AskAsync(ExchangePurpose.Repair, repair(_sections, missing), cancellationToken))
            {
                yield return stepEvent;
            }
        }
    }

    /// <summary>
    /// Embeds texts in one request, without a second try: what cannot be embedded now is indexed later, and no step waits for it.
    /// </summary>
    /// <returns>A vector for each text, in order; null when they could not be made.</returns>
    internal async Task<IReadOnlyList<ReadOnlyMemory<float>>?> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken) =>
        (await AskForEmbeddingsAsync(texts, cancellationToken)).Vectors;

    /// <inheritdoc cref="EmbedAsync"/>
    internal Task<EmbeddingResult> AskForEmbeddingsAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken) =>
        Embedding.AskAsync(_models.Embedder, texts, Dimensions(), _options.EmbeddingLimit, _clock, cancellationToken);

    private List<Section> Missing(ReplyForm form, Func<Section, string, bool> isUsable) =>
        [.. form.Required.Where(section => !_sections.TryGetValue(section, out var text) || !isUsable(section, text))];

    // A reply that was stopped or broke off is read as one that was cut: what was still being written is not taken.
    private void TakeArrived(ChatCall call, ReplyForm form, bool isWhole)
    {
        if (!isWhole)
        {
            Take(ReplyParser.Read(call.Reply, form, ReplyEnd.Length).Sections);
        }
    }

    private void Read(ChatCall call, ReplyForm form, ExchangePurpose purpose)
    {
        var reply = ReplyParser.Read(call.Reply, form, call.End);
        Take(reply.Sections);

        // A reply that gave at least one needed section can be completed; of any other, nothing is known to build on. A repair that gave none may be tried
        // again, unless the model will not write at all.
        var isFinal = purpose != ExchangePurpose.Repair || reply.Problem is ReplyProblem.Refusal or ReplyProblem.ContentFilter;
        if (isFinal && !form.Required.Any(reply.Sections.ContainsKey))
        {
            Failure = ToFailure(reply.Problem, form);
        }
    }

    private static StepFailure ToFailure(ReplyProblem problem, ReplyForm form) => problem switch
    {
        ReplyProblem.Empty => new(FailureKind.EmptyReply),
        ReplyProblem.Refusal => new(FailureKind.Refused),
        ReplyProblem.ContentFilter => new(FailureKind.ContentFilter),
        ReplyProblem.Truncated => new(FailureKind.TooLong),
        _ => new(FailureKind.Incomplete, string.Join(", ", form.Required.Select(section => Labels.Of(section, form)))),
    };

    private static StepEvent ToEvent(ReplyPiece piece) => piece switch
    {
        ProsePiece prose => new StepEvent.ParagraphText(prose.Section, prose.Text),
        SectionPiece section => new StepEvent.SectionRead(section.Section, section.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(piece), piece, "A piece of a reply is prose or a section."),
    };
}
