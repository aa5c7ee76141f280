using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Features.Kept;

namespace RecurrentGpt.Web.Tests.Features.Desk.Paragraphs;

/// <summary>A paragraph changed in place: the text is read from the browser when it is saved, and is never lost by the way.</summary>
public sealed class ParagraphEditorTests : DeskContext
{
    private readonly List<ParagraphEdit> _saved = [];
    private readonly BunitJSModuleInterop _area;
    private SaveResult? _answer = new(Saved: true, 1, "");
    private int _closed;

    public ParagraphEditorTests()
    {
        _area = JSInterop.SetupModule("/js/editor.js").SetupModule(invocation => invocation.Identifier == "start");
        _area.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public async Task BeforeTheTextIsFollowed_NothingCanBeTypedOrSaved()
    {
        var script = new SlowScript();
        Services.AddSingleton<IJSRuntime>(script);
        var editor = Draw();
        var before = (editor.Find("textarea").HasAttribute("readonly"), Button(editor, "Save").HasAttribute("disabled"));

        script.Come();
        await editor.WaitForAssertionAsync(() => Assert.False(editor.Find("textarea").HasAttribute("readonly")));

        Assert.Equal((true, true), before);
        Assert.False(Button(editor, "Save").HasAttribute("disabled"));
    }

    [Fact]
    public async Task ClosedBeforeTheTextIsFollowed_BreaksNothing()
    {
        var script = new SlowScript();
        Services.AddSingleton<IJSRuntime>(script);
        Draw();
        await DisposeComponentsAsync();

        script.Break();
        await Renderer.Dispatcher.InvokeAsync(() => { });

        Assert.False(Renderer.UnhandledException.IsCompleted);
    }

    [Fact]
    public void FocusThatComesTooLate_BreaksNothing()
    {
        JSInterop.SetupVoid("Blazor._internal.domWrapper.focus", _ => true).SetException(new JSException("Unable to focus an invalid element."));

        var editor = Draw();

        Assert.False(Renderer.UnhandledException.IsCompleted);
        Assert.False(editor.Find("textarea").HasAttribute("readonly"));
    }

    [Fact]
    public async Task Save_Changed_HandsOnTheTextAndWhatItReplaces()
    {
        var editor = Draw();
        await TypeAsync(editor, "Changed by hand.");

        Button(editor, "Save").Click();

        Assert.Equal([new ParagraphEdit(DeskSamples.Paragraphs[3], "Changed by hand.")], _saved);
        Assert.Equal(1, _closed);
    }

    [Fact]
    public async Task Save_LongerThanAMessage_HandsOnEveryCharacter()
    {
        var editor = Draw();
        var text = string.Concat(Enumerable.Repeat("Wörter, 字, \U0001F3EE and more.\n", 20_000));
        await TypeAsync(editor, text);

        Button(editor, "Save").Click();

        Assert.Equal(text, Assert.Single(_saved).Text);
    }

    [Fact]
    public async Task Save_LongerThanAParagraph_SaysSoAndKeepsTheField()
    {
        var editor = Draw();
        await TypeAsync(editor, new string('a', StoryLimits.Paragraph + 1));

        Button(editor, "Save").Click();

        Assert.Empty(_saved);
        Assert.Contains("1,000,000", editor.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, _closed);
    }

    [Fact]
    public void Save_Unchanged_SavesNothing()
    {
        var editor = Draw(DeskSamples.Paragraphs[3] with { Text = "One.\r\nTwo." });
        _area.Setup<IJSStreamReference>("read").SetResult(new TypedPieces("One.\nTwo."));

        Button(editor, "Save").Click();

        Assert.Empty(_saved);
        Assert.Equal(1, _closed);
    }

    [Fact]
    public async Task Save_TheTextHasWindowsLineEnds_KeepsThem()
    {
        var editor = Draw(DeskSamples.Paragraphs[3] with { Text = "One.\r\nTwo." });
        await TypeAsync(editor, "One.\nThree.");

        Button(editor, "Save").Click();

        Assert.Equal("One.\r\nThree.", Assert.Single(_saved).Text);
    }

    [Fact]
    public async Task Save_AnotherTabWasFirst_ShowsBothTextsAndSavesOnlyKnowingly()
    {
        var editor = Draw();
        _answer = new SaveResult(Saved: false, 7, "Their text.");
        await TypeAsync(editor, "My text.");
        Button(editor, "Save").Click();
        var theirs = editor.Find("blockquote").TextContent;

        _answer = new SaveResult(Saved: true, 8, "My text.");
        Button(editor, "Save mine over it").Click();

        Assert.Equal("Their text.", theirs);
        Assert.Equal(DeskSamples.Paragraphs[3] with { Text = "Their text.", Version = 7 }, _saved[^1].Before);
        Assert.Equal("My text.", _saved[^1].Text);
    }

    [Fact]
    public async Task Save_CouldNotBeSavedNow_KeepsTheField()
    {
        var editor = Draw();
        _answer = null;
        await TypeAsync(editor, "My text.");

        Button(editor, "Save").Click();

        Assert.NotEmpty(editor.Find("[role=alert]").TextContent);
        Assert.Equal(0, _closed);
    }

    [Fact]
    public void Save_CannotBeRead_SaysSoAndKeepsTheField()
    {
        var editor = Draw();
        _area.Setup<IJSStreamReference>("read").SetException(new JSException("The browser does not answer."));

        Button(editor, "Save").Click();

        Assert.Contains("could not be read", editor.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, _closed);
    }

    [Fact]
    public async Task Save_Emptied_IsNotOffered()
    {
        var editor = Draw();

        await TellAsync(editor, isBlank: true);

        Assert.True(Button(editor, "Save").HasAttribute("disabled"));
    }

    [Fact]
    public async Task KeptText_RestsOnAnotherParagraph_ShowsBothTexts()
    {
        var editor = Draw();
        await TypeAsync(editor, "What was kept.");

        await editor.Find("textarea").TriggerEventAsync("onkept", new KeptTextEventArgs());

        Assert.Equal(DeskSamples.Paragraphs[3].Text, editor.Find("blockquote").TextContent);
        Assert.Contains("Save mine over it", Names(editor));
    }

    [Theory]
    [InlineData("Save")]
    [InlineData("Drop my changes")]
    public async Task SavedOrDropped_TheBrowserKeepsItNoLonger(string button)
    {
        var editor = Draw();
        await TypeAsync(editor, "Changed by hand.");
        if (button != "Save")
        {
            Button(editor, "Cancel").Click();
        }

        var before = JSInterop.Invocations["kept.forget"].Count;
        Button(editor, button).Click();

        Assert.Equal(0, before);
        Assert.Equal([editor.Find("textarea").GetAttribute("data-keep")], Assert.Single(JSInterop.Invocations["kept.forget"]).Arguments);
    }

    [Fact]
    public void Cancel_Untouched_Closes()
    {
        Button(Draw(), "Cancel").Click();

        Assert.Equal(1, _closed);
    }

    [Fact]
    public async Task Cancel_Changed_AsksFirstAndGoesOnWithTheSameKey()
    {
        var editor = Draw();
        await TellAsync(editor);

        Button(editor, "Cancel").Click();
        var (asked, closed) = (editor.Find("[role=alert]").TextContent, _closed);
        editor.Find("[aria-keyshortcuts=Escape]").Click();

        Assert.Equal(("You have changed this text, and it is not saved.", 0), (asked, closed));
        Assert.Contains("Cancel", Names(editor));
        Assert.Empty(editor.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task Cancel_ChangedAndSure_LeavesTheParagraph()
    {
        var editor = Draw();
        await TellAsync(editor);

        Button(editor, "Cancel").Click();
        Button(editor, "Drop my changes").Click();

        Assert.Empty(_saved);
        Assert.Equal(1, _closed);
    }

    private Task TypeAsync(IRenderedComponent<ParagraphEditor> editor, string text)
    {
        _area.Setup<IJSStreamReference>("read").SetResult(new TypedPieces(text));
        return TellAsync(editor);
    }

    private static Task TellAsync(IRenderedComponent<ParagraphEditor> editor, bool isBlank = false) => editor.InvokeAsync(() => editor.Instance.Typed(isBlank, isChanged: true));

    private IRenderedComponent<ParagraphEditor> Draw(DraftParagraph? paragraph = null) => Render<ParagraphEditor>(part => part
        .Add(editor => editor.Paragraph, paragraph ?? DeskSamples.Paragraphs[3])
        .Add(editor => editor.OnSave, SaveAsync)
        .Add(editor => editor.OnClose, () => _closed++));

    private Task<SaveResult?> SaveAsync(ParagraphEdit edit)
    {
        _saved.Add(edit);
        return Task.FromResult(_answer);
    }
}
