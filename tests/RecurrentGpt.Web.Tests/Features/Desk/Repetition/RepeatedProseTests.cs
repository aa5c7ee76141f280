using Bunit;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Repetition;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Features.Desk.Repetition;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Repetition;

public sealed class RepeatedProseTests : DeskContext
{
    private const string Sentence = "The hum was louder here, and lower, as if the orchard had put down roots into the rooms.";

    private readonly PhraseStore _store = new();

    private RepetitionDesk Repetition => Services.GetRequiredService<RepetitionDesk>();

    public RepeatedProseTests() => Services.AddSingleton(_ => new RepetitionWatch(_store, _store, _store.Shelf));

    [Fact]
    public void Render_SentenceOfAnEarlierParagraph_IsUnderlinedAndNamed()
    {
        var manuscript = Draw($"Dawn. {Sentence}", "Nobody came.", $"She woke. {Sentence} She rose.");

        Assert.Equal(Sentence, Assert.Single(manuscript.FindAll(".marked")).TextContent);
        Assert.Equal("Repeats paragraph 1", manuscript.Find("article:last-of-type .marked + button").GetAttribute("aria-label"));
        Assert.Equal($"She woke. {Sentence} She rose.", manuscript.Find("article:last-of-type .prose").TextContent);
        Assert.Empty(manuscript.FindAll("[role=group]"));
    }

    [Fact]
    public void Sign_Pressed_ShowsTheSourceAndPressedAgainClosesIt()
    {
        var manuscript = Draw($"Dawn. {Sentence}", $"She woke. {Sentence.Replace("rooms", "ROOMS", StringComparison.Ordinal)}");

        Button(manuscript, "Repeats paragraph 1").Click();
        var source = manuscript.Find("[role=group] blockquote").TextContent;
        var isExpanded = Button(manuscript, "Repeats paragraph 1").GetAttribute("aria-expanded");
        Button(manuscript, "Repeats paragraph 1").Click();

        Assert.Equal((Sentence, "true"), (source, isExpanded));
        Assert.Empty(manuscript.FindAll("[role=group]"));
    }

    [Fact]
    public void ToSource_OfANote_LeadsToTheEarlierSentenceAsItIsShown()
    {
        var script = JSInterop.SetupModule("/js/repetition.js");
        script.Mode = JSRuntimeMode.Loose;
        var manuscript = Draw($"Dawn. {Sentence.Replace("lower", "*lower*", StringComparison.Ordinal)}", $"She woke. {Sentence}");
        Button(manuscript, "Repeats paragraph 1").Click();
        Assert.Equal(Sentence, manuscript.Find("[role=group] blockquote").TextContent);

        Button(manuscript, "Paragraph 1").Click();

        manuscript.WaitForAssertion(() => Assert.Equal([1, Sentence], script.Invocations["reveal"].Single().Arguments));
        Assert.Empty(manuscript.FindAll("[role=group]"));
    }

    [Fact]
    public void MeantSo_TakesTheMarkOffThisSentenceOnly()
    {
        var manuscript = Draw($"Dawn. {Sentence}", $"She woke. {Sentence}", $"Night. {Sentence}");
        Assert.Equal(2, manuscript.FindAll(".marked").Count);
        manuscript.Find("article:nth-of-type(2) .sign").Click();

        Button(manuscript, "It is meant so").Click();

        Assert.Single(manuscript.FindAll(".marked"));
        Assert.Equal("Repeats paragraph 1", manuscript.Find("article:last-of-type .marked + button").GetAttribute("aria-label"));
    }

    [Fact]
    public void Render_TextIsNotTheOneThatWasLookedAt_IsNotMarked()
    {
        var path = _store.AddPath($"Dawn. {Sentence}", $"She woke. {Sentence}");
        var view = ViewOf(path, [$"Dawn. {Sentence}", "She slept on."]);

        var manuscript = Draw(view with { Draft = view.Draft! with { Paragraphs = [view.Draft.Paragraphs[0], view.Draft.Paragraphs[1] with { Version = 1 }] } });

        Assert.Empty(manuscript.FindAll(".marked"));
    }

    [Fact]
    public void Render_EarlierParagraphEdited_MarkGoes()
    {
        var path = _store.AddPath($"Dawn. {Sentence}", $"She woke. {Sentence}");
        var view = ViewOf(path, [$"Dawn. {Sentence}", $"She woke. {Sentence}"]);
        var manuscript = Draw(view);
        Assert.Single(manuscript.FindAll(".marked"));

        _store.Edit(path[0], "Dawn.");
        manuscript.Render(part => part.Add(draft => draft.View, view with { Draft = view.Draft! with { CanRedo = true } }));

        manuscript.WaitForAssertion(() => Assert.Empty(manuscript.FindAll(".marked")));
    }

    [Fact]
    public void Render_NothingRepeats_HasNoSign()
    {
        var manuscript = Draw("Dawn came late.", "Nobody came.");

        Assert.Empty(manuscript.FindAll(".marked, .sign"));
    }

    private IRenderedComponent<Manuscript> Draw(params string[] texts) => Draw(ViewOf(_store.AddPath(texts), texts));

    // The look goes on beside the drawing.
    private IRenderedComponent<Manuscript> Draw(DeskView view)
    {
        using var told = new ManualResetEventSlim();
        using var watching = Repetition.Subscribe(told.Set);
        var manuscript = Render<Manuscript>(part => part.Add(draft => draft.View, view).Add(draft => draft.OnSave, _ => Task.FromResult<SaveResult?>(null)));
        Assert.True(told.Wait(TimeSpan.FromSeconds(20)));
        manuscript.WaitForAssertion(() => Assert.Equal(view.Draft!.Paragraphs.Sum(paragraph => Repetition.Of(paragraph).Count), manuscript.FindAll(".sign").Count));
        return manuscript;
    }

    private DeskView ViewOf(IReadOnlyList<Guid> path, string[] texts) => DeskSamples.View with
    {
        Draft = DeskSamples.Draft with
        {
            Story = DeskSamples.Story with { Id = _store.StoryId },
            Paragraphs = [.. path.Select((stepId, at) => new DraftParagraph(stepId, DeskSamples.RunId, at + 1, texts[at], Plan.Opening, IsEdited: false, Version: 0))],
        },
    };
}
