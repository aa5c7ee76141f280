using RecurrentGpt.Play;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Library;

namespace RecurrentGpt.Web.Features.NewStory;

/// <summary>What a person has typed for a new story, and how it is begun. Whatever goes wrong, what was typed stays.</summary>
public sealed partial class NewStoryForm(StoryLibrary library, StoryRunner runner, ILogger<NewStoryForm> logger)
{
    public string Premise { get; set; } = "";

    public string Genre { get; set; } = "";

    public string Title { get; set; } = "";

    public string Language { get; set; } = "English";

    public StoryKind Kind { get; set; }

    /// <summary>How it is played, when it is interactive fiction; kept while another kind is looked at.</summary>
    public PlaySettings Play { get; set; } = new();

    public string OwnOpening { get; set; } = "";

    /// <summary>Whether the story starts from the author's own text.</summary>
    public bool IsFromOwnText { get; set; }

    public bool IsStarting { get; private set; }

    public NewStoryProblem? Problem { get; private set; }

    public int OpeningWords => Prose.Words(OwnOpening);

    /// <summary>Makes the story and starts its first run.</summary>
    /// <returns>The story's id; null when it was not begun, then <see cref="Problem"/> says why.</returns>
    public async Task<Guid?> StartAsync(CancellationToken cancellationToken)
    {
        Problem = FindProblem();
        if (Problem is not null || IsStarting)
        {
            return null;
        }

        IsStarting = true;
        try
        {
            return await CreateAndStartAsync(cancellationToken);
        }
        finally
        {
            IsStarting = false;
        }
    }

    private async Task<Guid?> CreateAndStartAsync(CancellationToken cancellationToken)
    {
        Story? story = null;
        try
        {
            story = await library.CreateAsync(ToCard(), NewStorySettings.Of(Kind, Play), cancellationToken);
            await runner.StartAsync(ToRequest(story.Id), cancellationToken);
            return story.Id;
        }
        catch (FailureException exception)
        {
            Problem = new NewStoryProblem(KindOf(exception.Failure)) { Failure = exception.Failure };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotStarted(exception);
            Problem = new NewStoryProblem(NewStoryProblemKind.NotStored);
        }

        await TakeBackAsync(story);
        return null;
    }

    private static NewStoryProblemKind KindOf(StepFailure failure) => failure switch
    {
        { IsOfStore: true } => NewStoryProblemKind.NotStored,
        { Kind: FailureKind.TooManyRuns or FailureKind.ShelfFull } => NewStoryProblemKind.Limit,
        _ => NewStoryProblemKind.Model,
    };

    // A story that could not be begun would only lie about on the shelf.
    private async Task TakeBackAsync(Story? story)
    {
        try
        {
            if (story is not null)
            {
                await library.DeleteAsync(story.Id, CancellationToken.None);
            }
        }
        catch (Exception exception)
        {
            LogNotTakenBack(exception);
        }
    }

    private NewStoryProblem? FindProblem()
    {
        if (IsFromOwnText && string.IsNullOrWhiteSpace(OwnOpening))
        {
            return new(NewStoryProblemKind.NoOpening, nameof(OwnOpening));
        }

        if (!IsFromOwnText && string.IsNullOrWhiteSpace(Premise))
        {
            return new(NewStoryProblemKind.NoPremise, nameof(Premise));
        }

        if (string.IsNullOrWhiteSpace(Language))
        {
            return new(NewStoryProblemKind.NoLanguage, nameof(Language));
        }

        return TooLong(nameof(Premise), Premise, StoryLimits.Premise)
            ?? TooLong(nameof(OwnOpening), OwnOpening, StoryLimits.OwnOpening)
            ?? TooLong(nameof(Genre), Genre, StoryLimits.Genre)
            ?? TooLong(nameof(Title), Title, StoryLimits.Title)
            ?? TooLong(nameof(Language), Language, StoryLimits.Language);
    }

    private static NewStoryProblem? TooLong(string field, string text, int limit) =>
        text.Length > limit ? new(NewStoryProblemKind.TooLong, field) { Length = text.Length, Limit = limit } : null;

    // The premise and the opening are sent word for word, so they are not even trimmed.
    private StoryCard ToCard() => new()
    {
        Title = Title.Trim(),
        Genre = Genre.Trim(),
        Premise = Premise,
        Language = Language.Trim(),
        Kind = Kind,
    };

    private RunRequest ToRequest(Guid storyId) =>
        IsFromOwnText ? new(storyId, RunKind.OwnOpening) { Text = OwnOpening } : new(storyId, RunKind.Opening);

    [LoggerMessage(LogLevel.Error, "A new story could not be begun")]
    private partial void LogNotStarted(Exception exception);

    [LoggerMessage(LogLevel.Warning, "A story that could not be begun could not be taken off the shelf")]
    private partial void LogNotTakenBack(Exception exception);
}
