using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Play;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.NewStory;
using RecurrentGpt.Web.Tests.Features.Library;

namespace RecurrentGpt.Web.Tests.Features.NewStory;

public sealed class NewStoryFormTests : IAsyncLifetime
{
    private LibraryHost _host = null!;

    public async Task InitializeAsync() => _host = await LibraryHost.OpenAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task Start_Premise_MakesTheStoryAndStartsItsOpening()
    {
        var form = NewForm();
        (form.Premise, form.Genre, form.Title, form.Language, form.Kind) =
            ("  A keeper.\nA lamp.  ", " Mystery ", " The Lamp ", "中文", StoryKind.InteractiveFiction);

        var id = await form.StartAsync(CancellationToken.None);

        var story = await _host.Database.Store.FindStoryAsync(Assert.NotNull(id), CancellationToken.None);
        Assert.Equal(
            new StoryCard { Premise = "  A keeper.\nA lamp.  ", Genre = "Mystery", Title = "The Lamp", Language = "中文", Kind = StoryKind.InteractiveFiction },
            story?.Card);
        Assert.Equal(RunKind.Opening, _host.Runner.Find(id.Value)?.Request.Kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Start_InteractiveFiction_KeepsHowItIsPlayedAndIsWrittenInShorterParagraphs(bool isFromOwnText)
    {
        var play = new PlaySettings { Length = PlayLength.Long, Person = PlayPerson.First };
        var form = NewForm();
        (form.Premise, form.OwnOpening, form.IsFromOwnText, form.Kind, form.Play) = ("A keeper.", "The lamp was lit.", isFromOwnText, StoryKind.InteractiveFiction, play);

        var story = await _host.Database.Store.FindStoryAsync(Assert.NotNull(await form.StartAsync(CancellationToken.None)), CancellationToken.None);

        Assert.Equal(new StorySettings { Play = play, ParagraphSentences = NewStorySettings.PlayedSentences }, story?.Settings);
    }

    [Fact]
    public async Task Start_NovelAfterALookAtTheOtherKind_IsWrittenAsANovel()
    {
        var form = NewForm();
        (form.Premise, form.Play) = ("A keeper.", new PlaySettings { Length = PlayLength.Short });

        var story = await _host.Database.Store.FindStoryAsync(Assert.NotNull(await form.StartAsync(CancellationToken.None)), CancellationToken.None);

        Assert.Equal(new StorySettings(), story?.Settings);
    }

    [Fact]
    public async Task Start_OwnText_IsHandedOnWordForWord()
    {
        var form = NewForm();
        (form.IsFromOwnText, form.OwnOpening) = (true, "  First.\n\nSecond. ");

        var id = await form.StartAsync(CancellationToken.None);

        var request = _host.Runner.Find(Assert.NotNull(id))?.Request;
        Assert.Equal((RunKind.OwnOpening, "  First.\n\nSecond. "), (request?.Kind, request?.Text));
    }

    [Theory]
    [InlineData("", "", false, "English", NewStoryProblemKind.NoPremise, nameof(NewStoryForm.Premise))]
    [InlineData(" \n", "", false, "English", NewStoryProblemKind.NoPremise, nameof(NewStoryForm.Premise))]
    [InlineData("A keeper.", " ", true, "English", NewStoryProblemKind.NoOpening, nameof(NewStoryForm.OwnOpening))]
    [InlineData("A keeper.", "", false, " ", NewStoryProblemKind.NoLanguage, nameof(NewStoryForm.Language))]
    public async Task Start_SomethingMissing_NamesTheFieldAndMakesNothing(
        string premise, string opening, bool isFromOwnText, string language, NewStoryProblemKind expected, string field)
    {
        var form = NewForm();
        (form.Premise, form.OwnOpening, form.IsFromOwnText, form.Language) = (premise, opening, isFromOwnText, language);

        var id = await form.StartAsync(CancellationToken.None);

        Assert.Null(id);
        Assert.Equal(new NewStoryProblem(expected, field), form.Problem);
        Assert.Empty(await _host.Database.Library.ListAsync());
    }

    [Fact]
    public async Task Start_PremiseTooLong_SaysByHowMuchAndCutsNothing()
    {
        var form = NewForm();
        form.Premise = new string('a', StoryLimits.Premise + 1);

        await form.StartAsync(CancellationToken.None);

        Assert.Equal(
            new NewStoryProblem(NewStoryProblemKind.TooLong, nameof(form.Premise)) { Length = StoryLimits.Premise + 1, Limit = StoryLimits.Premise },
            form.Problem);
        Assert.Equal(StoryLimits.Premise + 1, form.Premise.Length);
    }

    [Fact]
    public async Task Start_ModelRefuses_KeepsWhatWasTypedAndLeavesNoStory()
    {
        _host.Refusal = new StepFailure(FailureKind.Unauthorized);
        var form = NewForm();
        form.Premise = "A keeper.";

        var id = await form.StartAsync(CancellationToken.None);

        Assert.Null(id);
        Assert.Equal((NewStoryProblemKind.Model, FailureKind.Unauthorized), (form.Problem?.Kind, form.Problem?.Failure?.Kind));
        Assert.Equal("A keeper.", form.Premise);
        Assert.False(form.IsStarting);
        Assert.Empty(await _host.Database.Library.ListAsync());
    }

    [Fact]
    public async Task Start_AfterAFailure_WorksOnceItIsMended()
    {
        _host.Refusal = new StepFailure(FailureKind.Unreachable);
        var form = NewForm();
        form.Premise = "A keeper.";
        await form.StartAsync(CancellationToken.None);
        _host.Refusal = null;

        var id = await form.StartAsync(CancellationToken.None);

        Assert.NotNull(id);
        Assert.Null(form.Problem);
    }

    private NewStoryForm NewForm() => new(_host.Database.Library, _host.Runner, NullLogger<NewStoryForm>.Instance);
}
